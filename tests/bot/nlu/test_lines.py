"""The lines that are no topic: enough of them, in every language, and none in two places."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.bot.asked import LIBRARY
from tests.bot.nlu.lines import examples_of, lines

DOMAIN = yaml.safe_load((Path(__file__).parent.parent.parent.parent / "bot" / "domain.yml").read_text())
SPOKEN = [name for name in DOMAIN["intents"] if name.startswith(("small_talk.", "command."))]


@pytest.mark.parametrize("language", LIBRARY.languages)
def test_what_is_out_of_scope_is_shown_by_many_lines(language: str) -> None:
    assert len(examples_of("out_of_scope", language)) >= 150


@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("intent", SPOKEN)
def test_each_small_talk_and_command_is_shown(intent: str, language: str) -> None:
    assert len(examples_of(intent, language)) >= 15


def test_each_line_is_of_an_intent_that_the_domain_knows() -> None:
    assert {intent for _, intent, _ in lines()} == {*SPOKEN, "out_of_scope"}


def test_no_line_stands_twice_in_a_language() -> None:
    counted = Counter((language, text.lower()) for language, _, text in lines())
    assert not [line for line, count in counted.items() if count > 1]


def test_no_line_is_a_question_of_a_topic() -> None:
    asked = {question.text.lower() for question in LIBRARY.questions()}
    assert not [text for _, _, text in lines() if text.lower() in asked]


def test_no_line_holds_marks_that_rasa_would_read_as_an_entity() -> None:
    assert not [text for _, _, text in lines() if "](" in text or "]{" in text]


def test_no_line_is_empty() -> None:
    assert all(text for _, _, text in lines())
