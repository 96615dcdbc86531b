"""Counted shares with what chance could make of them: nine right of ten is no ninety per cent to the point."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Half-width of 95 % of the normal distribution, in standard deviations."""


@dataclass(frozen=True)
class Share:
    """So many of so many.

    Args:
        count: how many.
        of: of how many; 0 where nothing was measured.
    """

    count: int
    of: int

    @classmethod
    def of_flags(cls, flags: Iterable[bool]) -> "Share":
        """How many of the flags are set."""
        given = list(flags)
        return cls(sum(given), len(given))

    @property
    def value(self) -> float:
        """0–1; 0 where nothing was measured."""
        return self.count / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true share lies, at 95 % (E. B. Wilson, 1927, no continuity correction); 0–1 for none of none."""
        if not self.of:
            return 0.0, 1.0
        n, p = self.of, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)

    def as_json(self) -> dict[str, float | int]:
        """For the report file."""
        low, high = self.interval
        return {"count": self.count, "n": self.of, "share": self.value, "low": low, "high": high}


@dataclass(frozen=True)
class Lead:
    """How far one way is ahead of another on the same questions.

    Args:
        only_first: how many questions only the first got right.
        only_second: how many only the second.
        of: how many questions there were.
    """

    only_first: int
    only_second: int
    of: int

    @classmethod
    def of_flags(cls, first: Iterable[bool], second: Iterable[bool]) -> "Lead":
        """Compare what two ways got right, question by question; both in the same order."""
        pairs = list(zip(first, second, strict=True))
        return cls(sum(a and not b for a, b in pairs), sum(b and not a for a, b in pairs), len(pairs))

    @property
    def value(self) -> float:
        """First minus second, −1 to 1; 0 where nothing was measured."""
        return (self.only_first - self.only_second) / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the true difference lies, at 95 % (paired, normal approximation)."""
        if not self.of:
            return -1.0, 1.0
        differing = self.only_first + self.only_second
        half = Z * sqrt(max(0.0, differing - (self.only_first - self.only_second) ** 2 / self.of)) / self.of
        return max(-1.0, self.value - half), min(1.0, self.value + half)

    def as_json(self) -> dict[str, float | int]:
        """For the report file."""
        low, high = self.interval
        only = {"only_first": self.only_first, "only_second": self.only_second}
        return {**only, "n": self.of, "difference": self.value, "low": low, "high": high}
