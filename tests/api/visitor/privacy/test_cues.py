"""Word lists as patterns."""

import re

import pytest

from api.visitor.privacy.cues import any_of, words


def test_a_star_stands_for_any_ending() -> None:
    assert re.fullmatch(any_of("document"), "passini")
    assert not re.fullmatch(any_of("road"), "Streets")


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert {"no", "on"} <= words("no_plate")


def test_signs_stand_for_themselves() -> None:
    assert re.fullmatch(any_of("sum"), "$")
    assert not re.fullmatch(any_of("presented"), "tx")


def test_the_longest_word_is_tried_first() -> None:
    found = re.match(any_of("account"), "username")
    assert found is not None
    assert found[0] == "username"


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        any_of("nothing")
