"""A message as the finders read it, and the way back to the places in what the visitor typed.

Full-width digits and invisible characters would hide a number from a pattern, so they are made plain or dropped here.
What was already masked stands as one barrier character: nothing is read across it, and masking a masked text changes
nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

BARRIER = "\ufffc"  # no finder's pattern matches it
PLACEHOLDERS = {
    "identity-code": "[identity code]",
    "phone": "[phone]",
    "email": "[email]",
    "bank-account": "[bank account]",
    "document": "[document]",
    "address": "[address]",
    "name": "[name]",
    "handle": "[handle]",
    "plate": "[plate]",
}
_LONGEST_FORM = 3  # characters
_MASKED_BEFORE = re.compile("|".join(re.escape(placeholder) for placeholder in PLACEHOLDERS.values()))


@dataclass(frozen=True)
class Found:
    """Something personal: its kind and its place."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """Plain text, and for each of its characters where it begins and ends in the message."""

    text: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, message: str) -> "Reading":
        """Read a message: compatibility characters made plain, invisible ones dropped, placeholders made barriers."""
        plain: list[str] = []
        places: list[tuple[int, int]] = []
        done = 0
        for masked in _MASKED_BEFORE.finditer(message):
            _read(message, done, masked.start(), plain, places)
            plain.append(BARRIER)
            places.append(masked.span())
            done = masked.end()
        _read(message, done, len(message), plain, places)
        return cls("".join(plain), tuple(places))

    def in_message(self, found: Found) -> Found:
        """The same thing with its place in the message."""
        return Found(found.kind, self.places[found.start][0], self.places[found.end - 1][1])

    def without(self, taken: Sequence[Found]) -> "Reading":
        """The text with each of `taken` (in order, not overlapping) made a barrier."""
        text: list[str] = []
        places: list[tuple[int, int]] = []
        done = 0
        for found in taken:
            text += [self.text[done : found.start], BARRIER]
            places += [*self.places[done : found.start], (self.places[found.start][0], self.places[found.end - 1][1])]
            done = found.end
        return Reading("".join([*text, self.text[done:]]), (*places, *self.places[done:]))


def _read(message: str, start: int, end: int, plain: list[str], places: list[tuple[int, int]]) -> None:
    for place in range(start, end):
        plain_form = unicodedata.normalize("NFKC", message[place])
        # One ligature can stand for eighteen letters; no name is written so, and a flood of them would cost time.
        for character in plain_form if len(plain_form) <= _LONGEST_FORM else message[place]:
            if unicodedata.category(character) != "Cf":
                plain.append(character)
                places.append((place, place + 1))
