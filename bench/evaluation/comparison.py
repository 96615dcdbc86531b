"""How far Lyhty is ahead of another way of understanding, on the same lines in the same run."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.evaluation.measures import MEASURES, Measure
from bench.evaluation.shares import Lead, Share
from bench.evaluation.tables import ALL
from bench.evaluation.understanding import Understanding


@dataclass(frozen=True)
class Row:
    """One measure in one language: the shares of both, and the difference with its paired interval."""

    measure: Measure
    language: str
    ours: Share
    other: Share
    lead: Lead

    @property
    def verdict(self) -> str:
        """Who does better, by the figure itself and not its interval."""
        if not self.lead.value:
            return "even"
        return "ahead" if (self.lead.value < 0) is self.measure.less_is_better else "behind"

    def text(self) -> str:
        """One line: language, number of lines, ours : other, difference in points with its interval, who is ahead."""
        low, high = self.lead.interval
        return (
            f"    {self.language:<4} {self.lead.of:>5}  {100 * self.ours.value:5.1f} : {100 * self.other.value:5.1f}"
            f"   {100 * self.lead.value:+6.1f} ({100 * low:+.0f} … {100 * high:+.0f})  {self.verdict}"
        )

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        shares = {"ours": self.ours.value, "other": self.other.value}
        return {**shares, **self.lead.as_json(), "verdict": self.verdict}


@dataclass(frozen=True)
class Comparison:
    """Two ways of understanding the same lines.

    Attributes:
        key: the other's name in the report file.
        ours: what Lyhty understood.
        other: what the other did.
    """

    key: str
    ours: Understanding
    other: Understanding

    def rows(self, measure: Measure) -> list[Row]:
        """A row for each language that has lines, and one for all of them; none where there are no lines."""
        languages = sorted({one.asked.language for one in measure.lines(self.ours)})
        return [self._row(measure, language) for language in languages and [*languages, ALL]]

    def text(self) -> str:
        """A block for each measure."""
        return "\n".join(self._lines()) + "\n"

    def as_json(self) -> dict[str, object]:
        """For the report file."""
        return {
            measure.key: {row.language: row.as_json() for row in self.rows(measure)}
            for measure in MEASURES
            if self.rows(measure)
        }

    def _row(self, measure: Measure, language: str) -> Row:
        ours, other = (measure.flags(way, language) for way in (self.ours, self.other))
        return Row(measure, language, Share.of_flags(ours), Share.of_flags(other), Lead.of_flags(ours, other))

    def _lines(self) -> Iterator[str]:
        yield f"{self.ours.name} : {self.other.name}, per cents of the same lines, and the difference in points"
        for measure in MEASURES:
            rows = self.rows(measure)
            if rows:
                yield f"  {measure.title}"
                yield from (row.text() for row in rows)
