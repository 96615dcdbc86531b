"""Brings spellings of one thing together: large and small letters, missing dots, spoken and written Finnish.

It does not ask for the language, since the page's language says little about the language that somebody writes in.
"""

import re
import unicodedata
from pathlib import Path

_PART = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_ONE_LETTER = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})


def _without_dots(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_ONE_LETTER))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _read_table() -> dict[str, str]:
    lines = Path(__file__).with_name("spoken_finnish.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" → ") for line in lines if not line.startswith("#"))
    return {_without_dots(spoken): _without_dots(written) for spoken, written in pairs}


_WRITTEN = _read_table()


def plain(text: str) -> str:
    """The text in small letters without dots, spoken Finnish words as they are written, one space between all parts."""
    return " ".join(_WRITTEN.get(part, part) for part in _PART.findall(_without_dots(text)))


def bare(text: str) -> str:
    """The same without punctuation: two texts with the same bare form say the same."""
    return " ".join(_WORD.findall(plain(text)))
