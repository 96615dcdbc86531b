"""Counting sentences and words, because an answer that cannot be taken in at a glance does not help.

The limits are those of plain-language guides (short sentences, one thought each): no sentence over 25 words, and
15 on average.
"""

import re
from collections.abc import Sequence

from content.placeholders import IN_BRACES

MOST_WORDS = 25
MOST_ON_AVERAGE = 15.0

_END = re.compile(r"[.!?؟…]+[\"”»’')\]*_]*\s+")
_WORD = re.compile(r"[^\W_]+(?:[-–'’.:/,][^\W_]+)*")
_GOES_ON_AFTER = frozenset({"e.g", "i.e", "esim", "ks", "ns", "mm", "ts", "n", "nro"})


def sentences(text: str) -> list[str]:
    """The sentences of a text.

    A stop ends a sentence when the next letter is not small and the word before it is no abbreviation
    ("e.g.", "esim.") and no ordinal number ("1. tammikuuta").
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends_here(text, end):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


def word_count(sentence: str) -> int:
    """How many words a reader reads; a placeholder (a number, an organisation's name) counts as one."""
    return len(_WORD.findall(IN_BRACES.sub("placeholder", sentence)))


def average(counts: Sequence[int]) -> float:
    """Words per sentence; 0 without sentences."""
    return sum(counts) / len(counts) if counts else 0.0


def _ends_here(text: str, end: re.Match[str]) -> bool:
    following = text[end.end() : end.end() + 1]
    if not following or following.islower():
        return not following
    before = text[: end.start()].split()
    return not (end[0].startswith(".") and before and before[-1].strip("(\"”'").lower() in _GOES_ON_AFTER)
