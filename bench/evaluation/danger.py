"""The figures about danger: what the danger check finds, and where it cries wolf."""

from collections.abc import Sequence
from itertools import chain

from api.visitor.danger import find_danger, is_safe_word
from api.visitor.messages.words import readable
from bench.evaluation.reading import Rows
from bench.evaluation.rows import Alarm, Row
from bench.evaluation.shares import Share
from bench.evaluation.tables import Shares, Table


def tables(rows: Rows, explicit: Sequence[Alarm]) -> dict[str, Table]:
    """The figures, by the names that the report file gives them.

    Args:
        rows: lines with and without danger, and lines of small talk and of other subjects, which have none.
        explicit: lines that say a danger in plain words.
    """
    dangers = [row for row in rows.alarms if row.kind]
    calm = [row for row in rows.alarms if not row.kind]
    plain = [row for row in explicit if row.kind]
    harmless = [*rows.outside, *rows.small_talk]
    return {
        "by_language": Table.by("Danger, hinted at or said", dangers, _language, _found),
        "by_kind": Table.by("Danger, the same by kind", dangers, _kind, _found),
        "by_kind_and_language": Table.by("Danger, by kind and language", dangers, _kind_and_language, _found),
        "false_alarms": Table.by("False alarms, where danger is near but not meant", calm, _language, _alarms),
        "false_alarms_elsewhere": Table.by("False alarms, small talk and other subjects", harmless, _language, _alarms),
        "explicit": Table.by("Danger said in plain words", plain, _language, _found),
    }


def _language(row: Row) -> str:
    return row.language


def _kind(row: Alarm) -> str:
    return row.kind or ""


def _kind_and_language(row: Alarm) -> str:
    return f"{row.kind} {row.language}"


def _cards(row: Row) -> tuple[str, ...]:
    """The danger that the visitor's application would find, the card it shows first."""
    words = readable(row.text)
    found = find_danger(words)
    return tuple(chain(["safe-word"] if is_safe_word(words) else [], found.kinds if found else ()))


def _found(rows: list[Alarm]) -> Shares:
    cards = [(row.kind, _cards(row)) for row in rows]
    return {
        "found": Share.of_flags(bool(shown) for _, shown in cards),
        "kind_found": Share.of_flags(kind in shown for kind, shown in cards),
        "kind_shown_first": Share.of_flags(shown[:1] == (kind,) for kind, shown in cards),
    }


def _alarms(rows: Sequence[Row]) -> Shares:
    return {"false_alarms": Share.of_flags(bool(_cards(row)) for row in rows)}
