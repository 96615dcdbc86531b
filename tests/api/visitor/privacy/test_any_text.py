"""Any text at all: no crash, no long wait, the same when masked again, nothing logged."""

import logging
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.visitor.privacy import PLACEHOLDERS, mask
from api.visitor.privacy.email import find_emails

_LONGEST_WAIT = 1.0  # seconds; generous, the usual time for a short message is below a millisecond
_PIECES = [
    "040 123 4567",
    "0401234567",
    "+358",
    "010594-9032",
    "a@b.fi",
    "maria at gmail.com",
    "FI21 1234 5600 0007 85",
    "passi",
    "FP1234567",
    "Kirkkokatu 5",
    "00100 Helsinki",
    "my name is",
    "Zorka",
    "Maria Virtanen",
    "maria",
    "olen",
    "telegram",
    "id",
    "@zorka",
    "auto",
    "ABC-123",
    "puh",
    "numero",
    "12345",
    "[phone]",
    "[name]",
    "ja",
    ",",
    ".",
    "(",
    "\u200b",
    "\n",
]
_FLOODS = [
    *(
        "1 ",
        "0 ",
        "1",
        "a",
        "@",
        "a@",
        "a@b.c ",
        " at a.b",
        "FI21 ",
        "on 15 ",
        "Maria ",
        "my name is ",
        "Katu 5 ",
        "katu",
    ),
    *(
        "passi 12345 ",
        "040 1234567 ",
        "+358 40 1234567 ",
        "telegram: ",
        "osoite on a 5 ",
        "010190-123A ",
        "12 Aa ",
        "Mr ",
    ),
    *("one ", "(at) ", "\u200b", "\ufdfa", "((((1", "1.", "1-", "1/", "I am Xy ", "a'", "\n", ". A", "AB12 ", '"'),
]


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_masked_once_and_for_all(text: str) -> None:
    masked = mask(text)
    assert mask(masked.text).text == masked.text
    assert mask(masked.text).spans == []


@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["", " "]))
@settings(max_examples=400, deadline=None)
def test_any_mixture_of_personal_things_is_masked_once_and_for_all(pieces: list[str], between: str) -> None:
    masked = mask(between.join(pieces))
    assert mask(masked.text).text == masked.text
    assert not list(find_emails(masked.text))


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_the_spans_are_in_order_and_make_the_masked_text(text: str) -> None:
    masked = mask(text)
    rebuilt, done = "", 0
    for found in masked.spans:
        assert done <= found.start < found.end
        rebuilt += text[done : found.start] + PLACEHOLDERS[found.kind]
        done = found.end
    assert rebuilt + text[done:] == masked.text
    assert set(masked.kinds) == {found.kind for found in masked.spans}


@pytest.mark.parametrize("flood", _FLOODS, ids=repr)
def test_no_flood_makes_anybody_wait(flood: str) -> None:
    text = (flood * 2_000)[:2_000]
    started = time.process_time()
    mask(text)
    assert time.process_time() - started < _LONGEST_WAIT


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        mask("nimeni on Zorka, 040 123 4567")
    assert not caplog.records
