"""Misspelt words."""

import pytest

from api.visitor.danger.spelling import Misspellings

_KNOWN = Misspellings(["strangling", "suicide", "locked", "killing"])


@pytest.mark.parametrize("word", ["stranglng", "strangeling", "strnagling", "strangllng"])
def test_one_letter_missing_or_too_many_or_two_swapped(word: str) -> None:
    assert (_KNOWN.meant_by(word) == {"strangling"}) is (word != "strangllng")


def test_a_wrong_letter_is_another_word() -> None:
    assert _KNOWN.meant_by("looked") == set()
    assert _KNOWN.meant_by("billing") == set()


def test_the_first_letter_must_be_right() -> None:
    assert _KNOWN.meant_by("uicide") == set()


def test_two_slips_are_too_many() -> None:
    assert _KNOWN.meant_by("scide") == set()


def test_nothing_is_meant_by_nothing() -> None:
    assert _KNOWN.meant_by("") == set()
