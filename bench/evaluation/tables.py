"""Tables of shares: for people as lines of text, for programs as JSON."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from bench.evaluation.shares import Share

T = TypeVar("T")
Shares = Mapping[str, Share]
ALL = "all"
_NARROWEST = 15  # characters; "83.3 (74.5–89.9)" and a blank need more only where a figure is 100.0


@dataclass(frozen=True)
class Table:
    """Shares by row and column.

    Attributes:
        title: what was measured.
        rows: by their names, the shares by the names of their columns; all rows have the same columns.
    """

    title: str
    rows: Mapping[str, Shares]

    @classmethod
    def by(
        cls, title: str, items: Iterable[T], name: Callable[[T], str], shares: Callable[[list[T]], Shares]
    ) -> "Table":
        """A row for each name that items have, in their order, and one for all of them."""
        groups: dict[str, list[T]] = {}
        for item in items:
            groups.setdefault(name(item), []).append(item)
        everything = [item for group in groups.values() for item in group]
        groups = dict(sorted(groups.items()))
        return cls(title, {key: shares(group) for key, group in {**groups, ALL: everything}.items()})

    def share(self, row: str, column: str) -> Share:
        """One cell; 0 of 0 where there is no such row."""
        return self.rows[row][column] if row in self.rows else Share(0, 0)

    def text(self) -> str:
        """Lines of per cents with their intervals, each after the number of lines it is a share of."""
        first = max(len(name) for name in self.rows)
        columns = list(self.rows[ALL])
        widths = [max(_NARROWEST, len(column)) for column in columns]
        heading = "".join(
            f"  {column.replace('_', ' '):>{width}}" for column, width in zip(columns, widths, strict=True)
        )
        lines = [self.title, f"  {'':<{first}} {'n':>5}{heading}"]
        for name, row in self.rows.items():
            cells = "".join(f"  {_cell(share):>{width}}" for share, width in zip(row.values(), widths, strict=True))
            lines.append(f"  {name:<{first}} {_n(row):>5}{cells}")
        return "\n".join(lines) + "\n"

    def as_json(self) -> dict[str, dict[str, dict[str, float | int]]]:
        """For the report file."""
        return {name: {column: share.as_json() for column, share in row.items()} for name, row in self.rows.items()}


def _n(row: Shares) -> str:
    """Of how many, where that is the same for all columns."""
    sizes = {share.of for share in row.values()}
    return str(sizes.pop()) if len(sizes) == 1 else ""


def _cell(share: Share) -> str:
    if not share.of:
        return "–"
    low, high = share.interval
    return f"{100 * share.value:.1f} ({100 * low:.0f}–{100 * high:.0f})"
