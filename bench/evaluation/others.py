"""The other ways of understanding that Lyhty is measured beside, each trained on the same lines and asked alike."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench.diet import pipeline as diet
from bench.evaluation.comparison import Comparison
from bench.evaluation.reading import Rows
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import Program
from bench.left_out import ComparisonUnavailable
from bench.nlpjs import pipeline as nlpjs
from content.library import Library


@dataclass(frozen=True)
class Other:
    """Another way of understanding.

    Attributes:
        name: for people.
        ready_to_ask: trains it where needed, and gives the words of the program that understands.
        variables: those that the program runs with, beside this process's own.
    """

    name: str
    ready_to_ask: Callable[[Library, Path], list[str]]
    variables: dict[str, str] = field(default_factory=dict)

    def program(self, library: Library, cache: Path) -> Program:
        """The program that understands; raises ComparisonUnavailable where there can be none."""
        return Program(self.ready_to_ask(library, cache), {**os.environ, **self.variables})


OTHERS = {
    "diet": Other("Rasa's default pipeline (DIET)", diet.ready_to_ask, diet.VARIABLES),
    "nlpjs": Other("NLP.js", nlpjs.ready_to_ask),
}
"""By their names on the command line and in the report file."""


def compared(keys: Iterable[str], ours: Understanding, rows: Rows, library: Library, cache: Path) -> list[Comparison]:
    """Measure the others too. One that cannot be measured here is told of on standard error and left out.

    Args:
        keys: of `OTHERS`.
        ours: what Lyhty understood of the rows.
        rows: the labelled lines.
        library: the content whose questions are learned.
        cache: folder of what can be made again.

    Raises:
        ProgramFailed: one is there and gave no whole answer.
    """
    found = []
    for key in keys:
        other = OTHERS[key]
        try:
            program = other.program(library, cache)
        except ComparisonUnavailable as error:
            print(error, file=sys.stderr)
        else:
            found.append(Comparison(key, ours, Understanding.of(other.name, program, rows)))
    return found
