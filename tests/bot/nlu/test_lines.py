"""The lines that are no topic: enough of them, in every language, and none in two places."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from tests.bot.asked import LIBRARY
from tests.bot.nlu.lines import examples_of, lines

DOMAIN = yaml.safe_load((Path(__file__).parent.parent.parent.parent / "bot" / "domain.yml").read_text())
SPOKEN = [name for name in DOMAIN["intents"] if name.startswith(("small_talk.", "command."))]
REFUSED = [name for name in DOMAIN["intents"] if name.startswith("refused.")]
# Words in which people tell what is done to them, or what they are made to do. Who asks how to do it uses none of them.
TOLD = re.compile(
    r"\b(made|make|makes|forced|force|told|tells|wants|threatens|threatened) (me|us)\b|\b(to|from|against|of) (me|us)\b"
    r"|\b(mut|meidät|mua|meitä|minut|minua) (pakot|käsk|uhka|pan|laitet|myy|tuot)|\b(pakotettiin|käskettiin|jouduin)"
)
QUOTED = re.compile(r'"(.+?)"')


@pytest.mark.parametrize("language", LIBRARY.languages)
def test_what_is_out_of_scope_is_shown_by_many_lines(language: str) -> None:
    assert len(examples_of("out_of_scope", language)) >= 350


@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("intent", SPOKEN)
def test_each_small_talk_and_command_is_shown(intent: str, language: str) -> None:
    assert len(examples_of(intent, language)) >= 40


@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("intent", REFUSED)
def test_what_gets_no_help_is_shown(intent: str, language: str) -> None:
    assert len(examples_of(intent, language)) >= 50


@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("intent", REFUSED)
def test_who_tells_what_is_done_to_them_is_not_refused(intent: str, language: str) -> None:
    assert not [text for text in examples_of(intent, language) if TOLD.search(text.lower())]


@pytest.mark.parametrize("told", ["they made me bring girls", "he tells us to lie", "mut pakotettiin", "he mua myy"])
def test_such_words_are_seen(told: str) -> None:
    assert TOLD.search(told)


@pytest.mark.parametrize("language", LIBRARY.languages)
@pytest.mark.parametrize("card", ["simpler", "slower"])
def test_what_a_card_says_to_write_is_understood(card: str, language: str) -> None:
    words = QUOTED.findall(LIBRARY.card(card, language).text)
    assert set(words) <= set(examples_of("command.repeat", language))


def test_each_line_is_of_an_intent_that_the_domain_knows() -> None:
    assert {intent for _, intent, _ in lines()} == {*SPOKEN, *REFUSED, "out_of_scope"}


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
