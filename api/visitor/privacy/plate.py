"""Number plates: letters and digits beside a word for a car, or in the very form of a Finnish plate."""

import re
from collections.abc import Iterator

from api.visitor.privacy.cues import any_of
from api.visitor.privacy.reading import Found

_PLATE = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,3}[- ]?\d{1,3}(?![\w-])", re.IGNORECASE)
# Three letters, a hyphen and digits in capitals are hardly anything else in Finland.
_SURE_PLATE = re.compile(r"(?<![\w-])(?!ISO|SOS|COV|UTF|EUR|USD|SEK|FIN|SFS|DIN)[A-ZÅÄÖ]{3}-\d{2,3}(?![\w-])")
_CAR = re.compile(rf"\b{any_of('car')}\b", re.IGNORECASE)
_REACH = 50  # characters on either side
_NO_PLATE = re.compile(rf"{any_of('no_plate')}[- ]?\d", re.IGNORECASE)


def find_plates(text: str) -> Iterator[Found]:
    """Plates with a word for a car not far off, and those that need none."""
    for sure in _SURE_PLATE.finditer(text):
        yield Found("plate", *sure.span())
    if not _CAR.search(text):
        return
    for plate in _PLATE.finditer(text):
        around = text[max(0, plate.start() - _REACH) : plate.start()] + " | " + text[plate.end() : plate.end() + _REACH]
        if _CAR.search(around) and not _NO_PLATE.match(plate[0]):
            yield Found("plate", *plate.span())
