"""Number plates."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    "text",
    [
        "auton rekisteri ABC-123",
        "auto abc 123",
        "rekkari on ABC123",
        "white van, XY-12",
        "the car plate is ABC-123",
        "he drives a Toyota KLM 45",
        "ABC-123 on auton kilpi",
    ],
)
def test_plates_beside_a_word_for_a_car(text: str) -> None:
    masked = mask(text)
    assert masked.kinds == ["plate"]
    assert not any(character.isdigit() for character in masked.text)


def test_the_very_form_needs_no_word() -> None:
    assert mask("se oli ABC-123").text == "se oli [plate]"


@pytest.mark.parametrize(
    "text",
    [
        "abc 123",
        "se on 15 ja pelkään",
        "auto on 15 vuotta vanha",
        "the car is 10 years old",
        "ISO-123",
        "EUR-500",
        "we drove at 5",
        "auto maksoi yli 500",
    ],
)
def test_what_is_none(text: str) -> None:
    assert "plate" not in mask(text).kinds
