"""Any text at all: no crash, no long wait, nothing kept, nothing logged."""

import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.visitor.danger import KINDS, find_danger, is_safe_word
from tests.api.visitor.danger.lines import lines

_LONGEST_WAIT = 1.0  # seconds; generous, the usual time for a short message is below a millisecond
_WORDS = [
    "he",
    "not",
    "me",
    "kill",
    "I am 15",
    "a",
    ".",
    ",",
    "now",
    "lyö",
    "minua",
    "hän",
    "haluan kuolla",
    "with a knife",
]
_FLOODS = [
    "me. ",
    "he ",
    "a ",
    "x",
    "kill me ",
    ".",
    "aaa bbb ",
    "i am 15 ",
    "not ",
    "abcdefghij ",
    "a\u0308",
    "\ufdfa",
    "\n",
    "he not me ",
    "1",
    "🙏",
]


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_gets_an_answer(text: str) -> None:
    danger = find_danger(text)
    assert danger is None or (danger.kind in KINDS and danger.kind == danger.kinds[0])
    assert is_safe_word(text) in (True, False)


@given(st.lists(st.sampled_from(_WORDS), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_row_of_words_of_the_rules_gets_the_same_answer_twice(words: list[str]) -> None:
    text = " ".join(words)
    assert find_danger(text) == find_danger(text)


@given(st.sampled_from(lines("explicit")), st.text(alphabet="\u200b\u00ad\ufeff", max_size=3))
@settings(max_examples=100, deadline=None)
def test_invisible_characters_hide_nothing(line, invisible: str) -> None:  # type: ignore[no-untyped-def]
    hidden = invisible.join(line.text)
    assert find_danger(hidden) == find_danger(line.text)


@given(st.sampled_from(lines("explicit")))
@settings(max_examples=147, deadline=None)
def test_capitals_and_missing_dots_hide_nothing(line) -> None:  # type: ignore[no-untyped-def]
    assert find_danger(line.text.upper()) == find_danger(line.text)
    assert find_danger(line.text.replace("ä", "a").replace("ö", "o")) is not None


@pytest.mark.parametrize("flood", _FLOODS, ids=repr)
def test_no_flood_makes_anybody_wait(flood: str) -> None:
    text = (flood * 2_000)[:2_000]
    started = time.process_time()
    find_danger(text)
    assert time.process_time() - started < _LONGEST_WAIT


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        find_danger("he is at the door with a knife")
        is_safe_word("apua")
    assert not caplog.records
