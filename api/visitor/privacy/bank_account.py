"""Bank accounts (IBAN, ISO 13616: remainder by 97) and payment cards (ISO/IEC 7812: Luhn's sum)."""

import re
from collections.abc import Iterator

from api.visitor.privacy.reading import Found

_BEGINS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2} ?\d{2}(?=[ -]?[A-Za-z0-9])")
_LONGEST = 34  # characters of an IBAN (ISO 13616)
# Length of an IBAN by country (SWIFT, IBAN Registry).
_LENGTHS = {
    country: length
    for length, countries in {
        15: "NO",
        16: "BE",
        18: "FI DK NL FO GL",
        19: "MK SI",
        20: "AT BA EE KZ LT LU MN XK",
        21: "CH HR LI LV",
        22: "BG BH CR DE GB GE IE ME RS VA",
        23: "AE GI IL IQ OM SO",
        24: "AD CZ DJ ES MD PK RO SA SE SK TN VG",
        25: "LY PT ST",
        26: "IS TR",
        27: "BI FR GR IT MC MR SM",
        28: "AL AZ BY CY DO GT HU LB NI PL SV",
        29: "BR EG PS QA UA",
        30: "JO KW MU YE",
        31: "MT SC",
        32: "LC",
        33: "RU",
    }.items()
    for country in countries.split()
}
_CARD = re.compile(r"(?<![\w-])(?:\d[ -]?){12,18}\d(?![\w-])")


def find_bank_accounts(text: str) -> Iterator[Found]:
    """IBANs with or without spaces, and card numbers.

    A Finnish IBAN is taken by its form alone: a mistyped one is personal too.
    """
    for begin in _BEGINS.finditer(text):
        end = _end_of_iban(text, begin.start())
        if end:
            yield Found("bank-account", begin.start(), end)
    for card in _CARD.finditer(text):
        if _luhn(re.sub(r"\D", "", card[0])):
            yield Found("bank-account", *card.span())


def _end_of_iban(text: str, start: int) -> int:
    """Where the IBAN that begins here ends; 0 for none."""
    compact = ""
    for place in range(start, min(len(text), start + 2 * _LONGEST)):
        character = text[place]
        if character in " -":
            continue
        if not (character.isascii() and character.isalnum()) or len(compact) == _LONGEST:
            break
        compact += character.upper()
        word_ends = place + 1 == len(text) or not text[place + 1].isalnum()
        if word_ends and len(compact) == _LENGTHS.get(compact[:2]) and _is_iban(compact):
            return place + 1
    return 0


def _is_iban(compact: str) -> bool:
    if compact.startswith("FI"):
        return compact[2:].isdigit()
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1


def _luhn(digits: str) -> bool:
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(doubled)) % 10 == 0 and len(set(digits)) > 1
