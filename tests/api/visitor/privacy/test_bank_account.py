"""Bank accounts and cards. The numbers are the published examples of the IBAN registry and of card makers."""

import pytest

from api.visitor.privacy import mask

_IBANS = [
    "FI2112345600000785",
    "FI21 1234 5600 0007 85",
    "fi21 1234 5600 0007 85",
    "FI21-1234-5600-0007-85",
    "EE382200221020145685",
    "SE45 5000 0000 0583 9825 7466",
    "DE89 3704 0044 0532 0130 00",
    "GB29 NWBK 6016 1331 9268 19",
    "LV80BANK0000435195001",
    "LT121000011101001000",
    "PL61109010140000071219812874",
    "RO49 AAAA 1B31 0075 9384 0000",
    "UA213223130000026007233566001",
    "NO93 8601 1117 947",
]


@pytest.mark.parametrize("iban", _IBANS)
def test_ibans(iban: str) -> None:
    assert mask(f"maksa {iban} heti, kiitos").text == "maksa [bank account] heti, kiitos"


def test_a_mistyped_finnish_one_is_masked_too() -> None:
    assert mask("tilini on FI22 1234 5600 0007 85").kinds == ["bank-account"]


@pytest.mark.parametrize(
    "text",
    [
        "on 15 ja mies myy minua joka viikko",
        "is 25 and she works in a bar with me now",
        "DE88 3704 0044 0532 0130 02 x",
        "FI21",
        "A4 12 B5",
    ],
)
def test_words_and_wrong_sums_are_none(text: str) -> None:
    assert "bank-account" not in mask(text).kinds


@pytest.mark.parametrize("card", ["4111 1111 1111 1111", "5500-0000-0000-0004", "340000000000009"])
def test_payment_cards(card: str) -> None:
    assert mask(f"kortti {card}").text == "kortti [bank account]"


def test_other_long_numbers_are_no_card() -> None:
    assert "bank-account" not in mask("4111 1111 1111 1112").kinds
    assert "bank-account" not in mask("0000 0000 0000 0000").kinds
