"""The small language in which the danger rules are written, and how it is matched.

    ATTACKER ..3 ATTACKS ..2 ME      these in this order, with at most so many words between
    ATTACKS & my LIFE within 5       in any order, all at most five words from the first named
    end ..1 my life                  words in small letters stand for themselves; `kill*` for every word that begins so
    ME|LOVED                         either
    END                              no word: a sentence or a clause ends here

Where a group of words occurs in a sentence is one whole number with a bit for each place, so a step of a pattern is
a shift and an AND. The time grows only with the length of the sentence: no input makes it explode, as it can with
regular expressions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_

# For each group: number of words of an occurrence -> bits of the places where such an occurrence begins.
Places = Mapping[str, Mapping[int, int]]

_GAP = re.compile(r"\.\.(\d)")
_WITHIN = re.compile(r"^(.+) within (\d+)$")


class PatternInvalid(ValueError):
    """A pattern of the rule files cannot be read; the text says which."""


@dataclass(frozen=True)
class Step:
    """One place of a sequence: any of `names`, at most `gap` words after the step before."""

    names: tuple[str, ...]
    gap: int


@dataclass(frozen=True)
class Pattern:
    """Sequences of steps; where there are several, all lie within `window` words of the first."""

    sequences: tuple[tuple[Step, ...], ...]
    window: int

    @property
    def names(self) -> frozenset[str]:
        """Every group and literal word that the pattern speaks of."""
        return frozenset(name for steps in self.sequences for step in steps for name in step.names)

    def covers(self, places: Places) -> int:
        """Bits of the words of the groups that a match uses; 0 where nothing matches.

        Args:
            places: where each group occurs in one sentence.
        """
        near = _words_of(self.sequences[0], places)
        others = [_words_of(steps, places) for steps in self.sequences[1:]] if near else []
        for found in others:
            near &= _spread_right(found, self.window) | _spread_left(found, self.window)
        if not near:
            return 0
        around = _spread_right(near, self.window) | _spread_left(near, self.window)
        return reduce(or_, (found & around for found in others), near)


def parse(text: str) -> Pattern:
    """Read a pattern.

    Raises:
        PatternInvalid: a part is empty or begins or ends with a gap, or several parts have no "within".
    """
    close = _WITHIN.fullmatch(text)
    parts = (close[1] if close else text).split("&")
    if len(parts) > 1 and not close:
        raise PatternInvalid(f"The pattern {text!r} has several parts and must say within how many words.")
    return Pattern(tuple(_steps(part) for part in parts), int(close[2]) if close else 0)


def _steps(text: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    gap: int | None = None
    for part in text.split():
        found = _GAP.fullmatch(part)
        if found:
            gap = int(found[1])
            continue
        steps.append(Step(tuple(part.split("|")), gap or 0))
        gap = None
    if not steps or gap is not None or steps[0].gap:
        raise PatternInvalid(f"The pattern {text!r} must begin and end with a word or a group.")
    return tuple(steps)


def _words_of(steps: tuple[Step, ...], places: Places) -> int:
    """Bits of the words that the matches of a sequence use."""
    ends: list[int] = []
    reach = -1  # before the first step every place is in reach
    for step in steps:
        behind = _after(step.names, _spread_right(reach, step.gap), places)
        if not behind:
            return 0
        ends.append(behind)
        reach = behind
    return _walked_back(steps, ends, places)


def _after(names: tuple[str, ...], reach: int, places: Places) -> int:
    """Bits of the places just behind an occurrence that begins within `reach`."""
    behind = 0
    for name in names:
        for length, starts in places.get(name, {}).items():
            behind |= (reach & starts) << length
    return behind


def _walked_back(steps: tuple[Step, ...], ends: list[int], places: Places) -> int:
    """Bits of the occurrences that lead to the last of `ends`, the places just behind each step."""
    wanted = ends[-1]
    taken = 0
    for step, before in zip(reversed(steps), [*reversed(ends[:-1]), -1], strict=True):
        reach = _spread_right(before, step.gap)
        starts_used = 0
        for name in step.names:
            for length, starts in places.get(name, {}).items():
                used = starts & reach & (wanted >> length)
                starts_used |= used
                taken |= _spread_right(used, length - 1) if length else 0
        wanted = before & _spread_left(starts_used, step.gap)
    return taken


def _spread_right(bits: int, steps: int) -> int:
    spread = bits
    for step in range(1, steps + 1):
        spread |= bits << step
    return spread


def _spread_left(bits: int, steps: int) -> int:
    spread = bits
    for step in range(1, steps + 1):
        spread |= bits >> step
    return spread
