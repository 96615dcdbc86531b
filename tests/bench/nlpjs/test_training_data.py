"""A comparison is fair only when all learn from the same lines."""

from collections.abc import Iterator

import pytest
import yaml

from bench.diet.training_data import training_files
from bench.nlpjs.training_data import Lines, fingerprint, training_lines
from bench.training import ROOT
from content.library import Library

LIBRARY = Library.load(ROOT / "content")


@pytest.fixture(scope="module")
def lines() -> Lines:
    return training_lines(LIBRARY)


def of_rasas_default() -> Iterator[tuple[str, str]]:
    for text in training_files(LIBRARY).values():
        for block in yaml.safe_load(text)["nlu"]:
            given = block["examples"]
            examples = given.splitlines() if isinstance(given, str) else [one["text"] for one in given]
            yield from ((example.removeprefix("- ").strip(), block["intent"]) for example in examples)


def test_they_are_those_that_rasas_default_pipeline_gets(lines: Lines) -> None:
    found = {line for of_language in lines.values() for line in of_language}
    assert found == set(of_rasas_default())
    assert len(found) > 500


def test_each_line_is_in_its_language(lines: Lines) -> None:
    assert set(lines) == {"en", "fi"}
    for question in LIBRARY.questions():
        assert (question.text, question.topic.replace("/", ".")) in lines[question.language]


def test_the_fingerprint_changes_with_the_lines(lines: Lines) -> None:
    assert fingerprint(lines) == fingerprint(dict(reversed(lines.items())))
    assert fingerprint(lines) != fingerprint({**lines, "en": lines["en"][1:]})
    assert len(fingerprint(lines)) == 16
