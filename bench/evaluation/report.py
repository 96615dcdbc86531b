"""All that one evaluation found, for people and for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.evaluation import aims, curve
from bench.evaluation.calibration import bins
from bench.evaluation.comparison import Comparison
from bench.evaluation.tables import Table
from bench.evaluation.understanding import Understanding

_MOST_CONFUSIONS = 300  # in the file; people read the worst few


@dataclass(frozen=True)
class Report:
    """What was measured.

    Attributes:
        scope: how many questions were counted, of how many, and why.
        ours: what Lyhty understood.
        comparisons: beside other ways of understanding, those that could be measured.
        danger: tables of the danger check.
        personal: tables of the personal-data filter.
    """

    scope: str
    ours: Understanding
    comparisons: Sequence[Comparison]
    danger: Mapping[str, Table]
    personal: Mapping[str, Table]

    def text(self) -> str:
        """Per cents with 95 % intervals in brackets."""
        parts = [
            f"{self.scope}\nPer cents, with 95 % intervals in brackets.\n",
            *_texts(self.ours.tables()),
            self._confusions(),
            curve.text(curve.points(self.ours)),
        ]
        for comparison in self.comparisons:
            parts += [*_texts(comparison.other.tables()), comparison.text()]
        parts += [*_texts(self.danger), *_texts(self.personal), aims.text(self._aims())]
        return "\n".join(parts)

    def as_json(self) -> dict[str, object]:
        """Everything, with counts and intervals."""
        return {
            "scope": self.scope,
            "understanding": _jsons(self.ours.tables()),
            "confusions": [confusion.as_json() for confusion in self.ours.confusions(_MOST_CONFUSIONS)],
            "curve": [point.as_json() for point in curve.points(self.ours)],
            "calibration": [one.as_json() for one in bins(self.ours.lines())],
            "comparisons": {comparison.key: _compared(comparison) for comparison in self.comparisons},
            "danger": _jsons(self.danger),
            "personal": _jsons(self.personal),
            "aims": [aim.as_json() for aim in self._aims()],
        }

    def _aims(self) -> list[aims.Aim]:
        tables = {"understanding": self.ours.tables(), "danger": self.danger, "personal": self.personal}
        return aims.aims(tables, self.comparisons)

    def _confusions(self) -> str:
        lines = [f"  {one.times:>3} ×  {one.asked}  →  {one.got}" for one in self.ours.confusions()]
        return "\n".join(["What was asked, and what was got in its place", *(lines or ["  nothing"])]) + "\n"


def _texts(tables: Mapping[str, Table]) -> list[str]:
    return [table.text() for table in tables.values()]


def _jsons(tables: Mapping[str, Table]) -> dict[str, object]:
    return {name: table.as_json() for name, table in tables.items()}


def _compared(comparison: Comparison) -> dict[str, object]:
    other = comparison.other
    return {"name": other.name, "understanding": _jsons(other.tables()), "measures": comparison.as_json()}
