"""Which known word a misspelt one stands for: one letter missing, one too many, or two swapped.

A wrong letter in place of another is left out on purpose: "looked" would become "locked" and "billing" "killing".
The first letter must be right for the same reason. Words left out are looked up in a table of deletions (the method
of SymSpell, Wolf Garbe 2012), so the time does not grow with the number of known words.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator


class Misspellings:
    """The known words, findable by a wrong spelling."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_deletion: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            for shorter in set(_one_letter_less(word)):
                self._by_deletion[shorter].append(word)

    def meant_by(self, word: str) -> set[str]:
        """The known words that are one slip of the finger away."""
        changed = {*_one_letter_less(word), *_two_letters_swapped(word)}
        return (changed & self._known) | set(self._by_deletion.get(word, ()))


def _one_letter_less(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))


def _two_letters_swapped(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(1, len(word) - 1))
