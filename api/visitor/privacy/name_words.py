"""What is known about single words as names: first names in their Finnish cases, words that are never a name, surnames.

The first names are those that are common in Finland or in the countries that many visitors come from; the list was
written for Lyhty and is no register. Names that are also plain words are kept apart.
"""

import re
from pathlib import Path

from api.visitor.privacy.cues import any_of


def _words(file: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(file).read_text(encoding="utf-8").split())


_FIRST_NAMES = _words("first_names.txt")
_AMBIGUOUS = _words("ambiguous_names.txt")
_NO_NAMES = _words("no_names.txt")
_NO_NAME_BEGINNINGS = tuple(sorted(_words("no_name_beginnings.txt")))
_NO_NAME_ENDING = re.compile(rf"{any_of('no_name_ending')}$")
_SURNAME_ENDING = re.compile(rf"{any_of('surname_ending')}$")
_SURNAME_PARTS = frozenset({"al", "el", "bin", "ibn", "abu", "von", "di", "der", "le", "dos", "del"})
# Endings of Finnish cases and of the English possessive.
_ENDINGS = (
    *("n", "a", "ä", "s", "'s", "in", "ni", "ta", "tä", "lle", "lta", "ltä", "lla", "llä", "sta", "stä", "ssa", "ssä"),
    *("kin", "ksi", "iin", "ille"),
)
_SHORTEST = 2  # letters


def can_be_name(word: str, *, small_letters: bool) -> bool:
    """Whether a word is none that is surely no name; without `small_letters` it must begin with a capital one."""
    lowered = word.lower()
    if len(word) < _SHORTEST or lowered in _NO_NAMES or lowered.startswith(_NO_NAME_BEGINNINGS):
        return False
    return word[0].isupper() or (small_letters and not _NO_NAME_ENDING.search(lowered))


def is_first_name(word: str, *, exactly: bool = False) -> bool:
    """Whether a word is a known first name, or, but for `exactly`, one in a Finnish case ("Pekalle")."""
    lowered = word.lower()
    if exactly or lowered in _FIRST_NAMES:
        return lowered in _FIRST_NAMES
    return any(part in _FIRST_NAMES for part in lowered.split("-")[1:]) or _is_form_of_one(lowered)


def is_ambiguous(word: str) -> bool:
    """Whether a word is a first name and a plain word too ("Toivo": hope)."""
    return word.lower() in _AMBIGUOUS


def is_surname(word: str) -> bool:
    """Whether a word ends as many surnames do."""
    return _SURNAME_ENDING.search(word.lower()) is not None


def is_surname_part(word: str) -> bool:
    """Whether a word joins the parts of a name ("Abdi bin Omar")."""
    return word.lower() in _SURNAME_PARTS


def _is_form_of_one(lowered: str) -> bool:
    """Whether a word is a known first name with the ending of a case."""
    if lowered in _NO_NAMES or lowered in _AMBIGUOUS:
        return False
    stems = [lowered.removesuffix(ending) for ending in _ENDINGS if lowered.endswith(ending)]
    forms = (form for stem in stems for form in (stem, stem + "i", _strengthened(stem)))
    return any(len(form) > _SHORTEST and form in _FIRST_NAMES for form in forms)


def _strengthened(stem: str) -> str:
    """Pekan → Pekka, Matin → Matti: a single k, p or t between vowels stands for two in the basic form."""
    return re.sub(r"([kpt])([aeiouyäö])$", r"\1\1\2", stem)
