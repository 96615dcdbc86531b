"""What the project aims at, beside what was measured."""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from bench.evaluation.comparison import Comparison
from bench.evaluation.measures import AIMED_AT, Measure
from bench.evaluation.shares import Lead, Share
from bench.evaluation.tables import ALL, Table
from content.schema import LANGUAGES_WITH_EVERYTHING

_PERSONAL = {
    "hetu": ("identity codes", 1.0),
    "email": ("e-mails", 1.0),
    "iban": ("IBANs", 1.0),
    "phone": ("phones", 0.97),
    "passport": ("passports", 0.9),
    "name": ("names", 0.8),
    "address": ("addresses", 0.8),
}
"""By kind of personal data, its name for people and the mark."""


class Side(Enum):
    """On which side of the mark the figure is to be."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOVE = ">"
    BELOW = "<"

    def holds(self, value: float, mark: float) -> bool:
        """Whether a value is on this side of a mark."""
        return _HOLDS[self](value, mark)


_HOLDS: dict[Side, Callable[[float, float], bool]] = {
    Side.AT_LEAST: operator.ge,
    Side.AT_MOST: operator.le,
    Side.ABOVE: operator.gt,
    Side.BELOW: operator.lt,
}


@dataclass(frozen=True)
class Aim:
    """A figure with the mark that the project set itself."""

    name: str
    measured: Share | Lead
    side: Side
    mark: float

    @property
    def reached(self) -> bool:
        """Whether the figure itself (not its interval) is on the right side of the mark."""
        return self.side.holds(self.measured.value, self.mark)

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        low, high = self.measured.interval
        figure = {"value": self.measured.value, "low": low, "high": high, "n": self.measured.of}
        return {"name": self.name, **figure, "aim": f"{self.side.value} {self.mark}", "reached": self.reached}

    def text(self, width: int) -> str:
        """One line."""
        low, high = self.measured.interval
        figure = f"{self.measured.value:6.3f} ({low:.2f} … {high:.2f})  n = {self.measured.of:<4}"
        reached = "reached" if self.reached else "MISSED"
        return f"  {self.name:<{width}}  {figure}  aim {self.side.value} {self.mark:<4g}  {reached}"


def aims(tables: Mapping[str, Mapping[str, Table]], comparisons: Iterable[Comparison] = ()) -> list[Aim]:
    """All aims for which something was measured.

    Args:
        tables: by part of the report ("understanding", "danger", "personal") and name.
        comparisons: with other ways of understanding, those that were measured.
    """
    every = [
        *_of_understanding(tables["understanding"]),
        *_of_danger(tables["danger"]),
        *_of_personal(tables["personal"]),
        *(aim for comparison in comparisons for aim in _of_being_ahead(comparison)),
    ]
    return [aim for aim in every if aim.measured.of]


def text(found: list[Aim]) -> str:
    """A line for each."""
    width = max((len(aim.name) for aim in found), default=0)
    return "\n".join(["What Lyhty aims at", *(aim.text(width) for aim in found)]) + "\n"


def _of_understanding(tables: Mapping[str, Table]) -> Iterator[Aim]:
    topics, outside, talk = tables["topics_by_language"], tables["out_of_scope"], tables["small_talk"]
    yield Aim("answered right", topics.share(ALL, "right"), Side.AT_LEAST, 0.75)
    yield Aim("right, or among the three offered", topics.share(ALL, "right_or_offered"), Side.AT_LEAST, 0.94)
    yield Aim("answered with a wrong topic", topics.share(ALL, "wrong"), Side.AT_MOST, 0.06)
    yield Aim("outside, given no answer", outside.share(ALL, "no_answer"), Side.AT_LEAST, 0.93)
    yield Aim("small talk and commands, right", talk.share(ALL, "right"), Side.AT_LEAST, 0.9)


def _of_danger(tables: Mapping[str, Table]) -> Iterator[Aim]:
    yield Aim("danger in plain words, found", tables["explicit"].share(ALL, "found"), Side.AT_LEAST, 1.0)
    yield Aim("danger hinted at or said, found", tables["by_language"].share(ALL, "found"), Side.AT_LEAST, 0.98)
    yield Aim("false alarms of danger", tables["false_alarms"].share(ALL, "false_alarms"), Side.AT_MOST, 0.08)


def _of_personal(tables: Mapping[str, Table]) -> Iterator[Aim]:
    for kind, (name, mark) in _PERSONAL.items():
        yield Aim(f"{name} masked", tables["by_kind"].share(kind, "masked"), Side.AT_LEAST, mark)
    falsely = tables["texts_without"].share(ALL, "masked_falsely")
    yield Aim("texts without personal data, masked", falsely, Side.AT_MOST, 0.05)


def _of_being_ahead(comparison: Comparison) -> Iterator[Aim]:
    for measure in AIMED_AT:
        for row in comparison.rows(measure):
            if row.language in LANGUAGES_WITH_EVERYTHING:
                yield Aim(_ahead(comparison, measure, row.language), row.lead, _better(measure), 0.0)


def _ahead(comparison: Comparison, measure: Measure, language: str) -> str:
    return f"ahead of {comparison.other.name}, {language}: {measure.title}"


def _better(measure: Measure) -> Side:
    return Side.BELOW if measure.less_is_better else Side.ABOVE
