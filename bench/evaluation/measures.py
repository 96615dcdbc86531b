"""What two ways of understanding are compared by: each measure asks for one thing, whatever the ways do otherwise."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.evaluation.outcomes import Outcome, is_best_topic_right, is_right, outcome_of
from bench.evaluation.tables import ALL
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import Understood


@dataclass(frozen=True)
class Measure:
    """Something that holds for a line or does not.

    Attributes:
        key: its name in the report file.
        title: its name for people.
        lines: those of a way of understanding that it is about.
        holds: whether it does for a line.
        less_is_better: whether it is something to avoid.
    """

    key: str
    title: str
    lines: Callable[[Understanding], Sequence[Understood]]
    holds: Callable[[Understood], bool]
    less_is_better: bool = False

    def flags(self, way: Understanding, language: str) -> list[bool]:
        """Whether it holds, line by line, for the lines of a language or of all."""
        return [self.holds(one) for one in self.lines(way) if language in {ALL, one.asked.language}]


def _questions(way: Understanding) -> Sequence[Understood]:
    return way.questions


def _outside(way: Understanding) -> Sequence[Understood]:
    return way.outside


BEST_TOPIC = Measure("best_topic_right", "best topic right, whatever its confidence", _questions, is_best_topic_right)
RIGHT_OR_OFFERED = Measure(
    "right_or_offered",
    "right, or among the three offered",
    _questions,
    lambda one: outcome_of(one) in {Outcome.RIGHT, Outcome.OFFERED},
)
WRONG = Measure(
    "wrong",
    "wrong topic answered at once (less is better)",
    _questions,
    lambda one: outcome_of(one) is Outcome.WRONG,
    less_is_better=True,
)
NO_ANSWER_OUTSIDE = Measure(
    "no_answer_outside", "out of scope, given no answer", _outside, lambda one: one.topic is None
)
RIGHT_AT_ONCE = Measure("right_at_once", "right at once", _questions, is_right)

AIMED_AT = (BEST_TOPIC, RIGHT_OR_OFFERED, WRONG, NO_ANSWER_OUTSIDE)
"""Those in which Lyhty aims to be ahead; right at once alone is bought by answering wrong more often."""
MEASURES = (*AIMED_AT, RIGHT_AT_ONCE)
