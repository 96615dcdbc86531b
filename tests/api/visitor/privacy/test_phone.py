"""Phone numbers of people are masked; those of help, and numbers that are no phone, are not."""

import pytest

from api.visitor.privacy import dialled_numbers, mask
from api.visitor.privacy.phone import dialled


@pytest.mark.parametrize(
    "number",
    [
        "0401234567",
        "040 123 4567",
        "040-1234567",
        "040-123 45 67",
        "040.123.4567",
        "040/1234567",
        "(040) 1234567",
        "+358401234567",
        "+358 40 123 4567",
        "+358 (0)40 123 4567",
        "00358401234567",
        "358401234567",
        "09 1234567",
        "(09) 123 4567",
        "+46 70 123 45 67",
        "+37255512345",
        "+380501234567",
        "+66 81 234 5678",
        "+7 912 345-67-89",
        "０４０１２３４５６７",
        "040\u200b1234567",
        "nolla neljä nolla yksi kaksi kolme neljä viis kuus seittemän",
        "zero four zero one two three four five six seven",
    ],
)
def test_numbers_that_can_be_dialled(number: str) -> None:
    assert mask(f"viesti tänne {number} kiitos").text == "viesti tänne [phone] kiitos"


@pytest.mark.parametrize(
    "text",
    [
        "numeroni on 401234567",
        "puh. 1234567",
        "puh:040-1234567",
        "p.0401234567",
        "call me at 555 0199",
        "my number is 40 123 4567",
        "WhatsApp 358401234567",
        "soita mulle 12345678",
    ],
)
def test_numbers_that_the_words_before_them_name(text: str) -> None:
    assert mask(text).kinds == ["phone"]
    assert not any(character.isdigit() for character in mask(text).text)


def test_two_numbers_in_a_row() -> None:
    assert mask("0401234567 0507654321").text == "[phone] [phone]"
    assert mask("0401234567, 0507654321").text == "[phone], [phone]"
    assert mask("040 123 4567 / 050 765 4321").text == "[phone] / [phone]"


@pytest.mark.parametrize(
    "text",
    [
        "soita 112",
        "call 116 006",
        "116 111 ja 116117",
        "080 005 005",
        "0800 414 004",
        "numero on 0295 419 600",
        "call 029 546 3177",
        "+358 29 546 3177",
        "vuonna 2024 ja 2025",
        "2024-2026",
        "1.1.2023",
        "01.02.2023",
        "1.1.2023–31.12.2025",
        "call me 7.12.2026 10.30",
        "08.00-16.00",
        "laki 301/2004 52 b §",
        "HE 103/2014",
        "12 000 euroa",
        "maksoin 0400000 euroa",
        "1500000 €",
        "2000000 dollars",
        "tein 14 tuntia 7 päivää",
        "Y-tunnus 0123456-7",
        "tilausnumero 12345678",
    ],
)
def test_what_is_no_persons_number(text: str) -> None:
    assert "phone" not in mask(text).kinds


@pytest.mark.parametrize("written", ["09 2525 0111", "0925250111", "+358 9 2525 0111", "(09) 2525 0111"])
def test_numbers_of_helping_organisations_stay_however_they_are_written(written: str) -> None:
    help_numbers = dialled_numbers(["09 2525 0111"])
    assert mask(f"soitinko oikein {written}", help_numbers).spans == []
    assert mask(f"soitinko oikein {written}").kinds == ["phone"]


def test_a_help_number_does_not_protect_another() -> None:
    help_numbers = dialled_numbers(["040 621 0706"])
    assert mask("040 621 0706 tai 040 621 0707", help_numbers).text == "040 621 0706 tai [phone]"


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("040 123 4567", "+358401234567"),
        ("+358 40 1234567", "+358401234567"),
        ("00358401234567", "+358401234567"),
        ("112", "112"),
        ("not a number", ""),
    ],
)
def test_one_way_of_writing(written: str, same: str) -> None:
    assert dialled(written) == same
