"""What is known about single words as names."""

import pytest

from api.visitor.privacy.name_words import can_be_name, is_ambiguous, is_first_name, is_surname, is_surname_part


@pytest.mark.parametrize(
    "form",
    [
        "Pekka",
        "Pekan",
        "Pekalle",
        "Pekalta",
        "Pekkaa",
        "Matti",
        "Matin",
        "Matille",
        "Marian",
        "Mariaa",
        "Marialta",
        "Anna-Maria",
    ],
)
def test_first_names_in_their_cases(form: str) -> None:
    assert is_first_name(form)


def test_exactly_means_the_basic_form() -> None:
    assert is_first_name("pekka", exactly=True)
    assert not is_first_name("pekan", exactly=True)


@pytest.mark.parametrize("word", ["pian", "passi", "sanoin", "minun", "asian", "lisää", "the", "nainen"])
def test_plain_words_are_no_first_names(word: str) -> None:
    assert not is_first_name(word)


def test_names_that_are_words_too_are_kept_apart() -> None:
    for word in ("toivo", "anna", "elin", "will"):
        assert is_ambiguous(word)
        assert not is_first_name(word)


@pytest.mark.parametrize("word", ["the", "Suomessa", "Nigerian", "Migri", "x", "January", "WhatsApp"])
def test_what_can_be_no_name(word: str) -> None:
    assert not can_be_name(word, small_letters=True)


def test_small_letters_are_allowed_only_where_a_name_is_expected() -> None:
    assert can_be_name("zorka", small_letters=True)
    assert not can_be_name("zorka", small_letters=False)
    assert not can_be_name("written", small_letters=True)


def test_surnames() -> None:
    assert is_surname("Virtanen")
    assert is_surname("petrova")
    assert not is_surname("passi")
    assert is_surname_part("bin")
    assert not is_surname_part("maria")
