"""The lines in bot/nlu/ that stand in for topics without an answer of their own."""

import re
from pathlib import Path

import pytest
import yaml

from content.intents import intent_of
from content.library import Library

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "bot" / "nlu").glob("*/not_yet_answered.yml"))
TOPICS = set(Library.load(ROOT / "content").topic_ids)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_the_lines_of_a_topic_that_has_an_answer_stand_in_its_content_file(path: Path) -> None:
    belongs = set(re.findall(r"# belongs to (\S+)", path.read_text(encoding="utf-8")))
    assert belongs
    assert not belongs & TOPICS, "move the lines of these topics into their content files"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_they_are_answered_by_topics_that_exist(path: Path) -> None:
    blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    assert {block["intent"] for block in blocks} <= {intent_of(topic) for topic in TOPICS}
