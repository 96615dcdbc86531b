"""Phone numbers, but not those of help, and not years, sums, dates or sections of law.

A row of digits is a phone number when Google's numbering plan (package `phonenumbers`) says that it can be dialled
from Finland, or when the words before it say so. The package's own search through text is not used, because it takes
any long row of digits apart in many ways.
"""

import re
from collections.abc import Iterable, Iterator

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from api.visitor.privacy.cues import any_of
from api.visitor.privacy.reading import Found

_COUNTRY = "FI"
_FEWEST, _MOST = 7, 15  # digits of a number as written (ITU-T E.164 allows 15)
_FEWEST_WITHOUT_PLUS = 11  # digits of a foreign number without its plus
_ROW = re.compile(
    r"(?<![\w§€$£/])(?:(?:\+ ?|00)\d{1,3}[ -]?)?(?:\(\d{1,4}\)[ -]?|0\d{1,3}/ ?)?\d(?:[ \t.\-–]{0,3}\d){3,30}(?![\d/])"
)
_SPOKEN = re.compile(rf"\b{any_of('digit')}(?:[ ,.-]{{1,2}}(?:{any_of('digit')}|\d{{1,4}})){{5,20}}\b", re.IGNORECASE)
_CUE = re.compile(rf"\b{any_of('phone')}\b[\s:.#(]*(?:\w+[\s:.#(]+){{0,3}}$", re.IGNORECASE)
_CUE_REACH = 45  # characters before the number
_NO_PHONE_CUE = re.compile(rf"\b{any_of('no_phone')}[\s:.#-]*(?:\w+[\s:.#-]+){{0,2}}$", re.IGNORECASE)
_NO_NUMBER = re.compile(
    r"\d{1,2}[.-]\d{1,2}[.-](?:19|20)?\d{2}(?!\d)"  # dates
    r"|(?:19|20)\d{2} ?[-–] ?\d"  # years, and numbers of cases that begin with one
    r"|\d{1,2}\.\d{2} ?[-–] ?\d{1,2}\.\d{2}(?!\d)"  # hours
    r"|\d{7}-\d$"  # business identity codes
)
_SUM = re.compile(rf"\s?{any_of('sum')}(?!\w)", re.IGNORECASE)
# Numbers that no person has: European ones of social value (116), those of the state (029), free (080) and dear ones.
_NOBODYS = re.compile(r"(?:\+358)?(?:116\d{3}|0?(?:29|80|600|700)\d{4,})$")
_EVERYBODYS = (PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)


def find_phones(text: str, help_numbers: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Phone numbers of people.

    Args:
        text: the plain text of a reading.
        help_numbers: numbers in the form that `dialled` gives, which are left as they are.
    """
    for spoken in _SPOKEN.finditer(text):
        yield Found("phone", *spoken.span())
    for row in _ROW.finditer(text):
        if _NO_NUMBER.match(row[0]) or _SUM.match(text, row.end()):
            continue
        for start, end in _numbers_in(row[0], _is_said(text, row.start())):
            number = dialled(row[0][start:end])
            if number not in help_numbers and not _NOBODYS.match(number):
                yield Found("phone", row.start() + start, row.start() + end)


def dialled(number: str) -> str:
    """A number in one way of writing: "+358401234567" for each way to write it, "112" for a short one."""
    parsed = _parsed(number)
    if parsed is None or not phonenumbers.is_possible_number(parsed):
        return re.sub(r"\D", "", number)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def dialled_numbers(numbers: Iterable[str]) -> frozenset[str]:
    """The same for many, as `mask` wants the numbers of the helping organisations."""
    return frozenset(map(dialled, numbers))


def _is_said(text: str, start: int) -> bool:
    """Whether the words before a row of digits say that it is a phone number."""
    before = text[max(0, start - _CUE_REACH) : start]
    return _CUE.search(before) is not None and _NO_PHONE_CUE.search(before) is None


def _numbers_in(row: str, said: bool) -> Iterator[tuple[int, int]]:
    """Where the numbers stand in a row of digits: the whole row, or two or more that follow each other."""
    if _NOBODYS.match(dialled(row)):
        return
    if _is_phone(row, said):
        yield 0, len(row)
        return
    start = 0
    for gap in re.finditer(r"[ \t/–-]+(?=[0+(])", row):
        if _is_phone(row[start : gap.start()], said):
            yield start, gap.start()
            start = gap.end()
    if start and _is_phone(row[start:], said):
        yield start, len(row)


def _is_phone(number: str, said: bool) -> bool:
    digits = re.sub(r"\D", "", number)
    if not _FEWEST - said <= len(digits) <= _MOST:
        return False
    foreign = number.lstrip(" (").startswith("+") or digits.startswith("00")
    if not foreign and not digits.startswith("0"):
        return said or _is_foreign_without_plus(number, digits)
    parsed = _parsed(number)
    if parsed is None or not (phonenumbers.is_valid_number(parsed) or (foreign and _is_possible(parsed))):
        return said
    return phonenumbers.number_type(parsed) not in _EVERYBODYS


def _is_foreign_without_plus(number: str, digits: str) -> bool:
    parsed = _parsed("+" + digits) if len(digits) >= _FEWEST_WITHOUT_PLUS and "." not in number else None
    return parsed is not None and phonenumbers.is_valid_number(parsed)


def _is_possible(number: PhoneNumber) -> bool:
    return bool(phonenumbers.is_possible_number(number))


def _parsed(number: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(number, _COUNTRY)
    except NumberParseException:
        return None
