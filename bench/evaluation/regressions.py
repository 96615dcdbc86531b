"""Lines that were once understood wrongly, were mended, and are to stay so, each with why it matters."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bench.evaluation import danger
from bench.evaluation.outcomes import Outcome, is_right, outcome_of
from bench.evaluation.reading import RowsBroken
from bench.evaluation.rows import BY_FIELD, Alarm, Asked
from bench.evaluation.way import Program, Understood

_OWN_FIELDS = {"why", "offered"}


@dataclass(frozen=True)
class Regression:
    """A line with what is right for it.

    Attributes:
        row: the words with their topics, or with the kind of danger that they speak of or None.
        why: what went wrong once, or would be bad.
        offered: whether it is enough that the topic is among those offered.
    """

    row: Asked | Alarm
    why: str
    offered: bool = False


def read(path: Path) -> list[Regression]:
    """All lines of a file of JSON lines: `text`, `lang`, `why`, and `topics` (with or without `offered`) or `danger`.

    Raises:
        RowsBroken: a line is none of that.
    """
    found, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                found.append(_regression(json.loads(line)))
            except (KeyError, TypeError, ValueError, ValidationError) as error:
                problems.append(f"{path}:{number}: it is no regression ({type(error).__name__}: {error}).")
    if problems:
        raise RowsBroken(problems)
    return found


def broken(regressions: list[Regression], program: Program) -> list[str]:
    """A sentence for each line that is not understood as it should be.

    Args:
        regressions: the lines.
        program: the product's, with a sense of danger.

    Raises:
        ProgramFailed: it gave no whole answer.
    """
    asked = [(one, one.row) for one in regressions if isinstance(one.row, Asked)]
    alarms = [(one, one.row) for one in regressions if isinstance(one.row, Alarm)]
    understood = program.understand([row for _, row in asked])
    said = program.say([row for _, row in alarms])
    sensed = {row.text: one["danger"] for (_, row), one in zip(alarms, said, strict=True)}
    return [
        *(_told(one, _got(found)) for (one, _), found in zip(asked, understood, strict=True) if not _holds(one, found)),
        *(_told(one, _shown(row, sensed)) for one, row in alarms if not _alarms_rightly(row, sensed)),
    ]


def _regression(fields: Any) -> Regression:
    if not isinstance(fields, dict):
        raise TypeError("it needs to be a JSON object")
    row = {name: value for name, value in fields.items() if name not in _OWN_FIELDS}
    (kind,) = (name for name in BY_FIELD if name in row)
    found = BY_FIELD[kind].model_validate(row)
    if not isinstance(found, Asked | Alarm) or not fields["why"].strip():
        raise ValueError("it needs topics or danger, and why it is there")
    return Regression(found, fields["why"], offered=bool(fields.get("offered", False)))


def _holds(one: Regression, found: Understood) -> bool:
    if found.asked.is_outside:
        return found.topic is None
    return is_right(found) or (one.offered and outcome_of(found) is Outcome.OFFERED)


def _alarms_rightly(row: Alarm, sensed: danger.Sensed) -> bool:
    shown = danger.cards(row, sensed)
    return row.kind in shown if row.kind else not shown


def _got(found: Understood) -> str:
    return f"{found.intent} ({found.confidence:.2f}), offered {', '.join(found.suggested) or 'nothing'}"


def _shown(row: Alarm, sensed: danger.Sensed) -> str:
    return f"danger cards {', '.join(danger.cards(row, sensed)) or 'none'}"


def _told(one: Regression, got: str) -> str:
    return f"{one.row.text!r} got {got}. It is there because: {one.why}"
