"""Whether a message speaks of danger, decided at once and without any other process (promise P6).

The visitor's application asks this before anything else, in every state of a conversation and also when every other
part is down. It finds what is said in plain words; what is only hinted at is left to a trained model that may add
danger and never take it away. Better the emergency number once too often than once too seldom; but a card that comes
at every second message is no longer read, so idioms, stories and old events are kept out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.visitor.danger.rulebook import Rule, RuleBook, load
from api.visitor.danger.words import Sentence, readings, whole
from content.schema import DangerKind

# The most urgent first. A minor comes before sexual violence: a child is told first who must report what it tells.
KINDS: tuple[DangerKind, ...] = ("immediate-danger", "self-harm", "under-18", "sexual-violence")

_FOLDER = Path(__file__).parent
_BOOKS: tuple[RuleBook, ...] = tuple(load(path) for path in sorted(_FOLDER.glob("*.yml")))


@dataclass(frozen=True)
class Danger:
    """What kind of danger a message speaks of; the names are those of the danger cards."""

    kind: DangerKind
    """The most urgent one."""
    kinds: tuple[DangerKind, ...]
    """All that were found, the most urgent first."""


def find_danger(text: str) -> Danger | None:
    """The danger that a message speaks of in plain words, or None.

    The language need not be known: the rules of all languages are tried, since people mix them.

    Args:
        text: the visitor's message as typed, before anything is masked; what lies behind 4,000 characters is not read.
    """
    found = {rule.danger for rule in matching_rules(text)}
    kinds = tuple(kind for kind in KINDS if kind in found)
    return Danger(kinds[0], kinds) if kinds else None


def matching_rules(text: str) -> Iterator[Rule]:
    """The rules that a message fulfils, so that a rule can be tested by its own example."""
    for sentences in readings(text):
        if len(sentences) == 1:
            yield from _matching(sentences[0], (False, True))
        elif sentences:
            for sentence in sentences:
                yield from _matching(sentence, (False,))
            yield from _matching(whole(sentences), (True,))


def _matching(sentence: Sentence, scopes: tuple[bool, ...]) -> Iterator[Rule]:
    for book in _BOOKS:
        yield from book.matching(sentence, scopes)
