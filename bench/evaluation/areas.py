"""Which areas of the library are taken for which, as a matrix."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bench.evaluation.outcomes import is_refused, is_right
from bench.evaluation.way import UNSURE, Understood

OFFERED, REFUSED, OTHER = "three offered", "not my subject", "small talk"
_NO_AREAS = (OFFERED, REFUSED, OTHER)


@dataclass(frozen=True)
class Areas:
    """How often an area was asked for, and what came.

    Attributes:
        asked: areas of the first labels, in their order.
        got: areas that were answered with, in their order, and after them what is no area.
        counts: by asked and got.
    """

    asked: tuple[str, ...]
    got: tuple[str, ...]
    counts: Counter[tuple[str, str]]

    @classmethod
    def of(cls, questions: Iterable[Understood]) -> "Areas":
        """Count. Who was answered right got the area asked for, whichever of the labels it was."""
        counts = Counter((_area(one.asked.topics[0]), _got(one)) for one in questions)
        asked = sorted({area for area, _ in counts})
        areas = sorted({area for _, area in counts} - set(_NO_AREAS) | set(asked))
        return cls(tuple(asked), (*areas, *_NO_AREAS), counts)

    def shares(self) -> list[list[float]]:
        """A row for each area asked for: what part of its questions got what."""
        return [[self.counts[asked, got] / self.total(asked) for got in self.got] for asked in self.asked]

    def total(self, asked: str) -> int:
        """How many questions of an area there are."""
        return sum(self.counts[asked, got] for got in self.got)


def _area(topic: str) -> str:
    return topic.split("/", maxsplit=1)[0]


def _got(one: Understood) -> str:
    if is_right(one):
        return _area(one.asked.topics[0])
    if one.topic:
        return _area(one.topic)
    return REFUSED if is_refused(one) else OFFERED if one.intent == UNSURE else OTHER
