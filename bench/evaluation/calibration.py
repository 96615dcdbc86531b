"""Whether a stated confidence can be believed: of the lines with about .8, are four of five right?"""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.evaluation.outcomes import is_first_thought_right
from bench.evaluation.shares import Share
from bench.evaluation.way import Understood

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Lines whose stated confidence is about the same.

    Attributes:
        low: least confidence.
        high: confidence that is too much, but for the last bin, which holds 1.
        stated: their mean confidence; 0 where there are no lines.
        right: how many first thoughts were right.
    """

    low: float
    high: float
    stated: float
    right: Share

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        return {"low": self.low, "high": self.high, "stated": self.stated, "right": self.right.as_json()}


def bins(lines: Iterable[Understood]) -> list[Bin]:
    """All bins of equal width, also those without lines."""
    groups: list[list[Understood]] = [[] for _ in range(BINS)]
    for one in lines:
        groups[min(BINS - 1, int(one.confidence * BINS))].append(one)
    return [_bin(number, group) for number, group in enumerate(groups)]


def _bin(number: int, group: list[Understood]) -> Bin:
    stated = sum(one.confidence for one in group) / len(group) if group else 0.0
    right = Share.of_flags(is_first_thought_right(one) for one in group)
    return Bin(number / BINS, (number + 1) / BINS, stated, right)
