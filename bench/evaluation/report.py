"""All that one evaluation found, for people and for programs."""

from collections.abc import Mapping
from dataclasses import dataclass

from bench.evaluation import aims
from bench.evaluation.comparison import Comparison
from bench.evaluation.tables import Table
from bench.evaluation.understanding import Understanding


@dataclass(frozen=True)
class Report:
    """What was measured.

    Attributes:
        scope: how many questions were counted, of how many, and why.
        ours: what Lyhty understood.
        comparison: beside Rasa's default pipeline, where that could be measured.
        danger: tables of the danger check.
        personal: tables of the personal-data filter.
    """

    scope: str
    ours: Understanding
    comparison: Comparison | None
    danger: Mapping[str, Table]
    personal: Mapping[str, Table]

    def text(self) -> str:
        """Per cents with 95 % intervals in brackets."""
        parts = [
            f"{self.scope}\nPer cents, with 95 % intervals in brackets.\n",
            *_texts(self.ours.tables()),
            self._confusions(),
        ]
        if self.comparison:
            parts += [*_texts(self.comparison.other.tables()), self.comparison.text()]
        parts += [*_texts(self.danger), *_texts(self.personal), aims.text(self._aims())]
        return "\n".join(parts)

    def as_json(self) -> dict[str, object]:
        """Everything, with counts and intervals."""
        found: dict[str, object] = {
            "scope": self.scope,
            "understanding": _jsons(self.ours.tables()),
            "confusions": [confusion.as_json() for confusion in self.ours.confusions()],
            "danger": _jsons(self.danger),
            "personal": _jsons(self.personal),
            "aims": [aim.as_json() for aim in self._aims()],
        }
        if self.comparison:
            found["default_pipeline"] = _jsons(self.comparison.other.tables())
            found["ahead_of_default_pipeline"] = self.comparison.as_json()
        return found

    def _aims(self) -> list[aims.Aim]:
        tables = {"understanding": self.ours.tables(), "danger": self.danger, "personal": self.personal}
        return aims.aims(tables, self.comparison.leads() if self.comparison else {})

    def _confusions(self) -> str:
        lines = [f"  {one.times:>3} ×  {one.asked}  →  {one.got}" for one in self.ours.confusions()]
        return "\n".join(["What was asked, and what was got in its place", *(lines or ["  nothing"])]) + "\n"


def _texts(tables: Mapping[str, Table]) -> list[str]:
    return [table.text() for table in tables.values()]


def _jsons(tables: Mapping[str, Table]) -> dict[str, object]:
    return {name: table.as_json() for name, table in tables.items()}
