"""What another threshold would give: the more is answered at once, the more of it is wrong.

Each point supposes that a topic is answered with whenever it is the first thought and its confidence is that high.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.evaluation.outcomes import is_first_thought_right
from bench.evaluation.shares import Share
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import Understood
from content.intents import is_topic

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9)
"""Of the table; one of them is the policy's own."""
_DRAWN = 200  # points of a curve, at most about


@dataclass(frozen=True)
class Point:
    """What one threshold gives.

    Attributes:
        threshold: least confidence for an answer.
        answered: of the questions about topics, those answered at once.
        wrong: of the same questions, those answered with a wrong topic.
        wrong_of_all: of these and the lines out of scope, those answered that should not have been so.
    """

    threshold: float
    answered: Share
    wrong: Share
    wrong_of_all: Share

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        shares = {"answered": self.answered, "wrong": self.wrong, "wrong_of_all": self.wrong_of_all}
        return {"threshold": self.threshold, **{name: share.as_json() for name, share in shares.items()}}


def points(way: Understanding, thresholds: Iterable[float] = THRESHOLDS) -> list[Point]:
    """A point for each threshold."""
    return [_point(way, threshold) for threshold in thresholds]


def every_point(way: Understanding) -> list[Point]:
    """The whole curve, the highest confidence first: a point for each that there is, or for every so manieth."""
    stated = {one.confidence for one in [*way.questions, *way.outside] if _is_of_topic(one)}
    step = len(stated) // _DRAWN + 1
    return points(way, [*sorted(stated, reverse=True)[::step], 0.0])


def text(found: Sequence[Point]) -> str:
    """A line for each threshold, in per cents."""
    lines = [
        "Answered at once, and answered wrong, by the least confidence for an answer",
        f"  {'least':>5} {'questions':>10} {'answered':>9} {'wrong':>6} {'wrong, with out of scope':>25}",
    ]
    for one in found:
        answered, wrong, wrong_of_all = (100 * share.value for share in (one.answered, one.wrong, one.wrong_of_all))
        lines.append(
            f"  {one.threshold:>5g} {one.answered.of:>10} {answered:>9.1f} {wrong:>6.1f} {wrong_of_all:>25.1f}"
        )
    return "\n".join(lines) + "\n"


def _point(way: Understanding, threshold: float) -> Point:
    asked = [_answered_and_wrong(one, threshold) for one in way.questions]
    outside = [_answered_and_wrong(one, threshold) for one in way.outside]
    return Point(
        threshold,
        answered=Share.of_flags(answered for answered, _ in asked),
        wrong=Share.of_flags(wrong for _, wrong in asked),
        wrong_of_all=Share.of_flags(wrong for _, wrong in [*asked, *outside]),
    )


def _answered_and_wrong(one: Understood, threshold: float) -> tuple[bool, bool]:
    answered = _is_of_topic(one) and one.confidence >= threshold
    return answered, answered and not is_first_thought_right(one)


def _is_of_topic(one: Understood) -> bool:
    return one.first is not None and is_topic(one.first)
