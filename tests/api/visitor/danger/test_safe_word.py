"""The safe word."""

import pytest

from api.visitor.danger import is_safe_word


@pytest.mark.parametrize(
    "text",
    [
        "APUA",
        "apua",
        "Apua!",
        "  apua  ",
        "apua...",
        "apuaaaa",
        "AAPUA",
        "HELP",
        "help",
        "Help!!!",
        "HELPPPP",
        "h e l p",
        "h.e.l.p",
        "ＨＥＬＰ",
        "he\u200blp",
        "🙏 apua 🙏",
        "«apua»",
    ],
)
def test_is_the_safe_word_however_it_is_typed(text: str) -> None:
    assert is_safe_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!",
        "help me",
        "apua lomakkeen kanssa",
        "helppo",
        "helps",
        "apu",
        "I need help",
        "auta",
        "apua" + " " * 300 + "x",
    ],
)
def test_is_no_safe_word_with_anything_else(text: str) -> None:
    assert not is_safe_word(text)
