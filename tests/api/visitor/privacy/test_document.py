"""Numbers of passports, cards, permits and cases."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    "text",
    [
        "passini numero on FP1234567",
        "passinro fp 1234567",
        "passi: 123456789",
        "my passport number is X1234567",
        "passport no. AB123456",
        "pass nr 12AB34567",
        "henkilökortti 123456789",
        "my ID card number is 1234 5678",
        "oleskelulupakorttini numero on RA1234567",
        "residence card T12345678",
        "asiakasnumero 1234567",
        "customer number: 12345678",
        "asianumeroni on 2765431",
        "case number 55000123",
        "ajokortti 010203123456",
        "паспорт 123456789",
    ],
)
def test_numbers_beside_a_word_for_a_document(text: str) -> None:
    masked = mask(text)
    assert masked.kinds == ["document"]
    assert not any(character.isdigit() for character in masked.text)


@pytest.mark.parametrize("number", ["FP1234567", "PA 1234567", "X12345678"])
def test_passports_in_their_own_form(number: str) -> None:
    assert mask(f"they took it, {number}").text == "they took it, [document]"


@pytest.mark.parametrize(
    "text",
    [
        "my employer keeps my passport since 2023",
        "passini vanheni 12.5.2024",
        "passport valid 2024-2026",
        "passi maksoi 60 euroa",
        "he took 3 passports",
        "passi on hänellä. Olen tehnyt 12345 tuntia",
        "lupa 52 a §",
        "permit under 52 d §",
    ],
)
def test_years_prices_and_law_are_none(text: str) -> None:
    assert mask(text).spans == []
