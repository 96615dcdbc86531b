"""Finds numbers to call, e-mail and web addresses that were written into a text by hand.

They stand only in services.yml, where each was checked: promise 23 ("help numbers are right") rests on it. Law
sections, dates, times, years and ages are no numbers to call.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from content.placeholders import IN_BRACES

_NO_NUMBER_TO_CALL = re.compile(
    r"""\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b                      # 24.11.2026
      | \b\d{4}-\d{2}(-\d{2})?\b                               # 2026-11-24
      | \b\d{1,4}/\d{4}\b                                      # 301/2004
      | \b(19|20)\d{2}\s?[–-]\s?(19|20)\d{2}\b                 # 2018–2020
      | \b\d{1,2}[.:]\d{2}(\s?[–-]\s?\d{1,2}[.:]\d{2})?\b      # 9.00–16.15
      | \b\d[\d. ]*\s?([a-z]\s)?§                              # 52 b §
      | \b[1-9]\d{0,2}([,\ \u00a0]000)+\b(?!\ ?\d)             # 2,000
    """,
    re.VERBOSE,
)
_PHONE = re.compile(r"(?<![\w/])\+?\(?\d(?:(?:[ \u00a0.–-]|\) ?)?\d){5,}|(?<!\w)0\d{2,}|(?<!\d)1[ .-]?1[ .-]?2(?!\d)")
_EMAIL = re.compile(r"[^\s@()<>]+@[^\s@()<>]+")
_WEB = re.compile(r"https?:\S+|www\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:fi|com|org|net|eu|info|gov|io|app|onion)\b")


@dataclass(frozen=True)
class ContactDetail:
    """A number or address as it stands in the text."""

    kind: Literal["phone number", "e-mail address", "web address"]
    text: str


def find(text: str) -> Iterator[ContactDetail]:
    """Every number to call and address in the text, outside placeholders."""
    rest = IN_BRACES.sub(" … ", _with_plain_digits(text))
    for address in _EMAIL.findall(rest):
        yield ContactDetail("e-mail address", address)
    rest = _EMAIL.sub(" ", rest)
    for found in _WEB.finditer(rest):
        yield ContactDetail("web address", found[0])
    rest = _NO_NUMBER_TO_CALL.sub(" … ", _WEB.sub(" ", rest))
    for found in _PHONE.finditer(rest):
        yield ContactDetail("phone number", found[0])


def _with_plain_digits(text: str) -> str:
    """The text with the digits of every script as 0–9."""
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
