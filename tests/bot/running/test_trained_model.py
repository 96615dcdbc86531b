"""The real thing once: the model of the real content, trained by Rasa, loaded by Rasa, with encoder and classifier."""

import json
import subprocess
import sys
from typing import Any

import pytest

from content.intents import intent_of
from tests.bot.asked import one_of_each
from tests.bot.nlu.lines import examples_of
from tests.bot.programs import PROJECT


def _bot(*arguments: str, stdin: str = "") -> str:
    command = [sys.executable, "-m", "bot", *arguments]
    done = subprocess.run(command, cwd=PROJECT, input=stdin, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module", autouse=True)
def model() -> None:
    """Trained only when there is none for the present content, as `make test` makes sure beforehand."""
    _bot("train")


def _meanings(asked: list[tuple[str, str]]) -> list[dict[str, Any]]:
    lines = "\n".join(json.dumps({"text": text, "language": language}) for text, language in asked)
    return [json.loads(line) for line in _bot("parse", stdin=lines).splitlines()]


def test_what_an_editor_wrote_is_understood() -> None:
    asked = one_of_each()
    found = _meanings([(question.text, question.language) for question in asked])
    assert [meaning["intent"] for meaning in found] == [intent_of(question.topic) for question in asked]


def test_what_no_topic_says_is_understood() -> None:
    spoken = ["small_talk.greeting", "small_talk.thanks", "command.delete", "out_of_scope"]
    found = _meanings([(examples_of(intent, language)[0], language) for intent in spoken for language in ("fi", "en")])
    assert [meaning["intent"] for meaning in found] == [intent for intent in spoken for _ in range(2)]


def test_the_ranking_is_of_known_intents_and_probabilities() -> None:
    (meaning,) = _meanings([("en tiedä mitä tehdä", "fi")])
    assert len(meaning["ranking"]) >= 4
    assert all(0 <= score <= 1 for _, score in meaning["ranking"])
    assert 0 <= meaning["in_scope"] <= 1
