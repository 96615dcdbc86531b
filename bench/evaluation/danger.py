"""The figures about danger: what the danger check finds, and where it cries wolf."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Protocol

from api.visitor.danger import find_danger, is_safe_word
from api.visitor.messages.words import readable
from bench.evaluation.reading import Rows
from bench.evaluation.rows import Alarm, Row
from bench.evaluation.shares import Share
from bench.evaluation.tables import Shares, Table

Sensed = Mapping[str, str | None]
"""By a line's words, the kind of danger that the trained model senses in it."""


class Sense(Protocol):
    """The trained model's side of the danger check."""

    def say(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """For each line an object with `danger`: a kind or None."""


def tables(rows: Rows, explicit: Sequence[Alarm], sense: Sense) -> dict[str, Table]:
    """The figures, by the names that the report file gives them.

    Args:
        rows: lines with and without danger, and lines of small talk and of other subjects, which have none.
        explicit: lines that say a danger in plain words.
        sense: the trained model, which may add to what the matcher finds.
    """
    lines: list[Row] = [*rows.alarms, *explicit, *rows.outside, *rows.small_talk]
    sensed = {row.text: said["danger"] for row, said in zip(lines, sense.say(lines), strict=True)}
    return _with_the_model(rows, explicit, sensed) | _by_the_matcher_alone(rows)


def _with_the_model(rows: Rows, explicit: Sequence[Alarm], sensed: Sensed) -> dict[str, Table]:
    found, alarms = partial(_found, sensed=sensed), partial(_alarms, sensed=sensed)
    dangers, calm = _dangers(rows.alarms), _calm(rows.alarms)
    harmless = [*rows.outside, *rows.small_talk]
    return {
        "by_language": Table.by("Danger, hinted at or said", dangers, _language, found),
        "by_kind": Table.by("Danger, the same by kind", dangers, _kind, found),
        "by_kind_and_language": Table.by("Danger, by kind and language", dangers, _kind_and_language, found),
        "false_alarms": Table.by("False alarms, where danger is near but not meant", calm, _language, alarms),
        "false_alarms_elsewhere": Table.by("False alarms, small talk and other subjects", harmless, _language, alarms),
        "explicit": Table.by("Danger said in plain words", _dangers(explicit), _language, found),
    }


def _by_the_matcher_alone(rows: Rows) -> dict[str, Table]:
    found, alarms = partial(_found, sensed={}), partial(_alarms, sensed={})
    dangers, calm = _dangers(rows.alarms), _calm(rows.alarms)
    return {
        "by_matcher": Table.by("Danger, the same by the matcher alone", dangers, _language, found),
        "false_alarms_by_matcher": Table.by("False alarms, by the matcher alone", calm, _language, alarms),
    }


def _dangers(rows: Sequence[Alarm]) -> list[Alarm]:
    return [row for row in rows if row.kind]


def _calm(rows: Sequence[Alarm]) -> list[Alarm]:
    return [row for row in rows if not row.kind]


def _language(row: Row) -> str:
    return row.language


def _kind(row: Alarm) -> str:
    return row.kind or ""


def _kind_and_language(row: Alarm) -> str:
    return f"{row.kind} {row.language}"


def cards(row: Row, sensed: Sensed) -> tuple[str, ...]:
    """The danger cards that the visitor's application would show: the matcher's, or what the model senses."""
    words = readable(row.text)
    found = find_danger(words)
    matched = tuple(chain(["safe-word"] if is_safe_word(words) else [], found.kinds if found else ()))
    added = sensed.get(row.text)
    return matched or ((added,) if added else ())


def _found(rows: list[Alarm], sensed: Sensed) -> Shares:
    pairs = [(row.kind, cards(row, sensed)) for row in rows]
    return {
        "found": Share.of_flags(bool(shown) for _, shown in pairs),
        "kind_found": Share.of_flags(kind in shown for kind, shown in pairs),
        "kind_shown_first": Share.of_flags(shown[:1] == (kind,) for kind, shown in pairs),
    }


def _alarms(rows: Sequence[Row], sensed: Sensed) -> Shares:
    return {"false_alarms": Share.of_flags(bool(cards(row, sensed)) for row in rows)}
