"""Numbers of passports, identity cards, permits and cases.

They are letters and digits beside a word that says so, or in the form of a passport number.
"""

import re
from collections.abc import Iterator

from api.visitor.privacy.cues import any_of
from api.visitor.privacy.reading import Found

# Beside these words any number of some length is a person's own.
_CUE = re.compile(rf"\b{any_of('document')}", re.IGNORECASE)
_REACH = 40  # characters from the word to the number
_YEARS = r"(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d"
_NUMBER = re.compile(
    rf"(?<![\w-])(?!{_YEARS})(?:[A-Z]{{1,3}}[ -]?)?\d(?:[ -]?[0-9]){{4,11}}[A-Z]?(?!\w)",
    re.IGNORECASE,
)
_MIXED = re.compile(r"(?<![\w-])(?=[A-Z0-9]{6,12}(?!\w))(?=(?:[A-Z]*\d){3})[A-Z0-9]{6,12}", re.IGNORECASE)
# Passports by themselves: two letters and seven digits in Finland, one letter and seven or eight digits elsewhere
# (ICAO Doc 9303 leaves the form to the states).
_PASSPORT = re.compile(r"(?<![\w-])(?:[A-Z]{2} ?\d{6,7}|[A-Z]\d{7,8}|[A-Z]{2}\d{2} ?\d{5})(?![\w-])")


def find_documents(text: str) -> Iterator[Found]:
    """Numbers near a word for a document, and whatever has the form of a passport number in capitals."""
    for cue in _CUE.finditer(text):
        beside = text[cue.end() : cue.end() + _REACH]
        number = _earliest(_NUMBER.search(beside), _MIXED.search(beside))
        if number and not _sentence_ends(beside[: number.start()]):
            yield Found("document", cue.end() + number.start(), cue.end() + number.end())
    for passport in _PASSPORT.finditer(text):
        yield Found("document", *passport.span())


def _earliest(*matches: re.Match[str] | None) -> re.Match[str] | None:
    """The first of the matches; of two at one place the longer."""
    return min((m for m in matches if m), key=lambda match: (match.start(), -match.end()), default=None)


def _sentence_ends(between: str) -> bool:
    return re.search(r"[.!?]\s|\n", between) is not None
