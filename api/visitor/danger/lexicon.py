"""The groups of words that the danger rules speak of, and where they occur in a sentence.

A group is a list of words ("knife"), beginnings of words ("puuko*", since Finnish words bend at the end) and short
phrases ("right now"). The words of all groups stand in one table, so a sentence is looked through once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from api.visitor.danger.spelling import Misspellings
from api.visitor.danger.words import Sentence, plain_word

END = "END"  # the group that stands, without a word, where a sentence or a clause ends
_BLANK = "·"  # stands where an idiom was taken out; no group holds it
_NEGATION_REACH = 3  # words: "he does not really ever hit me"
_SHORTEST_MISSPELT = 6  # letters; shorter words have too many neighbours ("hits", "hints")


@dataclass(frozen=True)
class _Entry:
    """The rest of a phrase after its first word, and the group that it belongs to."""

    group: str
    rest: tuple[str, ...]


class Lexicon:
    """Finds the groups of one language in a sentence."""

    def __init__(self, groups: Mapping[str, Iterable[str]], negatable: frozenset[str] = frozenset()) -> None:
        """Build the table.

        Args:
            groups: words of each group, as the rule files write them.
            negatable: groups whose words do not count just after a word of the group NOT.
        """
        self._negatable = negatable
        self._exact: dict[str, list[_Entry]] = defaultdict(list)
        self._beginnings: dict[str, list[_Entry]] = defaultdict(list)
        for group, words in groups.items():
            for phrase in words:
                self._add(group, phrase)
        self._lengths = sorted({len(stem) for stem in self._beginnings})
        self._misspelt = Misspellings(word for word in self._exact if len(word) >= _SHORTEST_MISSPELT)

    def places(self, sentence: Sentence) -> dict[str, dict[int, int]]:
        """Where each group occurs: group -> number of words -> bits of the places where it begins."""
        found = {END: {0: sentence.clause_starts | 1 << len(sentence.words)}}
        for place, word in enumerate(sentence.words):
            for entry in self._entries(word):
                if _follows(entry.rest, sentence.words, place + 1):
                    lengths = found.setdefault(entry.group, {})
                    length = len(entry.rest) + 1
                    lengths[length] = lengths.get(length, 0) | 1 << place
        return self._without_negated(found, sentence.clause_starts)

    def _add(self, group: str, phrase: str) -> None:
        first, *rest = phrase.split()
        table = self._beginnings if first.endswith("*") else self._exact
        bare = tuple(_plain_keeping_star(word) for word in rest)
        table[plain_word(first.rstrip("*"))].append(_Entry(group, bare))

    def _entries(self, word: str) -> list[_Entry]:
        entries = list(self._exact.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            entries.extend(self._beginnings.get(word[:length], ()))
        if not entries and len(word) >= _SHORTEST_MISSPELT:
            return [entry for meant in self._misspelt.meant_by(word) for entry in self._exact[meant]]
        return entries

    def _without_negated(self, found: dict[str, dict[int, int]], clause_starts: int) -> dict[str, dict[int, int]]:
        negations = found.get("NOT")
        if not negations:
            return found
        stops = clause_starts
        for starts in found.get("NEW_SUBJECT", {}).values():
            stops |= starts
        denied = _reach_of(negations, ~stops)
        return {
            group: {length: starts & ~denied for length, starts in lengths.items()}
            if group in self._negatable
            else lengths
            for group, lengths in found.items()
        }


def blank(sentence: Sentence, bits: int) -> Sentence:
    """The sentence with some words taken out, their places kept."""
    words = tuple(_BLANK if bits >> place & 1 else word for place, word in enumerate(sentence.words))
    return Sentence(words, sentence.clause_starts)


def _reach_of(negations: Mapping[int, int], passable: int) -> int:
    denied = 0
    for length, starts in negations.items():
        reach = starts << (length - 1)
        for _ in range(_NEGATION_REACH):
            reach = reach << 1 & passable
            denied |= reach
    return denied


def _follows(rest: tuple[str, ...], words: tuple[str, ...], place: int) -> bool:
    if not rest:
        return True
    if place + len(rest) > len(words):
        return False
    return all(_fits(wanted, words[place + offset]) for offset, wanted in enumerate(rest))


def _fits(wanted: str, word: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _plain_keeping_star(word: str) -> str:
    return plain_word(word.rstrip("*")) + ("*" if word.endswith("*") else "")
