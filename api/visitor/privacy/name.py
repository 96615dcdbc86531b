"""Names of people: after words that introduce a name, known first names, and words that stand out by a capital letter.

Wrongly masked words cost understanding, so what has a capital letter must not be a place, a people, an authority or
the beginning of a sentence. Unknown names in small letters that nothing introduces stay unfound.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from api.visitor.privacy.cues import any_of
from api.visitor.privacy.name_words import can_be_name, is_ambiguous, is_first_name, is_surname, is_surname_part
from api.visitor.privacy.reading import Found

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NAMED = re.compile(rf"\b{any_of('named')}\s+", re.IGNORECASE)
_PRESENTED = re.compile(rf"\b{any_of('presented')}(?:,|:|\s(?:is|was|on|named|called|nimeltä))?\s+", re.IGNORECASE)
_TITLE = re.compile(rf"\b{any_of('title')}\b\.?\s+(?=[A-ZÅÄÖÉÁ])")
_PLACE_OR_PEOPLE = re.compile(rf"{any_of('place_or_people_ending')}$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…:;\n\"“”(]\s*|^\W+)$")
_MIDDLE_OF_SENTENCE = re.compile(r"[a-zåäö],? $")
_MOST_CAPITALS = 0.4  # share of words: where more have a capital letter, it says nothing
_SHORTEST_IN_SMALL_LETTERS = 4  # letters of a known first name
_MOST_SURNAMES = 3  # words after the first name


def find_names(text: str) -> Iterator[Found]:
    """Names of people, with the surname where it follows."""
    words = _Words(text)
    for cue in _NAMED.finditer(text):
        yield from words.name_after(cue.end(), small_letters=True)
    for cue in _TITLE.finditer(text):
        yield from words.name_after(cue.end(), small_letters=False)
    if not words.shouted:
        for cue in _PRESENTED.finditer(text):
            yield from words.presented_at(cue.end())
    yield from words.known_or_standing_out()


class _Words:
    """The words of a text, and where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = list(_WORD.finditer(text))
        self._starts = [word.start() for word in self._words]
        self.shouted = text.upper() == text
        capitals = sum(word[0][0].isupper() for word in self._words)
        self._capitals_mean_names = capitals < _MOST_CAPITALS * len(self._words)

    def name_after(self, start: int, *, small_letters: bool) -> Iterator[Found]:
        """The name that follows a cue."""
        place = bisect_left(self._starts, start)
        if place == len(self._words) or self._text[start : self._starts[place]].strip(" :\"'“”„"):
            return
        if can_be_name(self._words[place][0], small_letters=small_letters):
            yield self._with_surname(place)

    def presented_at(self, start: int) -> Iterator[Found]:
        """The name right behind "my boss" or "I am", which often are followed by something else."""
        place = bisect_left(self._starts, start)
        if place == len(self._words) or self._starts[place] != start:
            return
        word = self._words[place][0]
        known = is_first_name(word)
        if can_be_name(word, small_letters=known) and not word.isupper() and (known or not _is_place_like(word)):
            yield self._with_surname(place)

    def known_or_standing_out(self) -> Iterator[Found]:
        """Known first names, and words in the middle of a sentence that have a capital letter for no other reason."""
        for place, word in enumerate(self._words):
            if self._is_known(word) or (self._capitals_mean_names and self._stands_out(word)):
                yield self._with_surname(place)

    def _is_known(self, match: re.Match[str]) -> bool:
        word = match[0]
        if word.islower():
            return len(word) >= _SHORTEST_IN_SMALL_LETTERS and is_first_name(word, exactly=True)
        if self.shouted:
            return is_first_name(word)
        if not word[0].isupper() or word.isupper():
            return False
        begins = _SENTENCE_BEGINS.search(self._before(match)) is not None
        return is_first_name(word) or (is_ambiguous(word) and not begins)

    def _stands_out(self, match: re.Match[str]) -> bool:
        word = match[0]
        usual_form = len(word) > 2 and word[0].isupper() and word[1:].islower() and word.isalpha()
        if not usual_form or not _MIDDLE_OF_SENTENCE.search(self._before(match)):
            return False
        return can_be_name(word, small_letters=False) and not _is_place_like(word)

    def _before(self, match: re.Match[str]) -> str:
        return self._text[max(0, match.start() - 3) : match.start()]

    def _with_surname(self, place: int) -> Found:
        end = place
        while end + 1 < len(self._words) and end < place + _MOST_SURNAMES and self._continues(end):
            end += 1
        while end > place and is_surname_part(self._words[end][0]):
            end -= 1
        return Found("name", self._words[place].start(), self._words[end].end())

    def _continues(self, place: int) -> bool:
        """Whether the next word belongs to the same name."""
        word, following = self._words[place][0], self._words[place + 1][0]
        if self._text[self._words[place].end() : self._words[place + 1].start()] not in (" ", "  "):
            return False
        if is_surname_part(following):
            return True
        if not can_be_name(following, small_letters=True):
            return False
        both_capital = word[0].isupper() and following[0].isupper() and not following.isupper()
        return both_capital or is_first_name(following, exactly=True) or is_surname(following)


def _is_place_like(word: str) -> bool:
    return _PLACE_OR_PEOPLE.search(word.lower()) is not None
