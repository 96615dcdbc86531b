"""Figures with their marks, and the table that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure.

    Args:
        name: what was measured.
        value: in the unit.
        unit: as printed.
        mark: what the project aims at, or None where the figure is only stated.
        more_is_better: whether a higher value is better.
    """

    name: str
    value: float
    unit: str
    mark: float | None
    more_is_better: bool = False

    @property
    def reached(self) -> bool | None:
        """Whether the mark was reached; None without a mark."""
        if self.mark is None:
            return None
        return self.value >= self.mark if self.more_is_better else self.value <= self.mark

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        return {"name": self.name, "value": self.value, "unit": self.unit, "mark": self.mark, "reached": self.reached}


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which so many percent of the values lie (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values were measured")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    width = max(len(figure.name) for figure in figures)
    return "".join(_line(figure, width) for figure in figures)


def _line(figure: Figure, width: int) -> str:
    mark = ""
    if figure.mark is not None:
        sign = "≥" if figure.more_is_better else "≤"
        mark = f"   aim {sign} {figure.mark:g}   {'reached' if figure.reached else 'MISSED'}"
    return f"{figure.name:<{width}}  {figure.value:>10.1f} {figure.unit:<5}{mark}".rstrip() + "\n"
