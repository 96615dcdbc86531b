"""Reads files of labelled lines, whole, and tells of everything in them that cannot be measured."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from bench.evaluation.rows import BY_FIELD, Alarm, Asked, Confided

_SHOWN_PROBLEMS = 20


class RowsBroken(ValueError):
    """Files or lines that cannot be measured; the message names each, with what to do."""

    def __init__(self, problems: list[str]) -> None:
        more = f"\n… and {len(problems) - _SHOWN_PROBLEMS} more." if len(problems) > _SHOWN_PROBLEMS else ""
        super().__init__("\n".join(problems[:_SHOWN_PROBLEMS]) + more)


@dataclass
class Rows:
    """All lines, by what they measure."""

    questions: list[Asked] = field(default_factory=list)
    outside: list[Asked] = field(default_factory=list)
    small_talk: list[Asked] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    confided: list[Confided] = field(default_factory=list)

    def take(self, rows: list[Asked | Alarm | Confided]) -> None:
        """Add the rows of one file.

        Lines about a topic that stand among small talk and say nothing of how they are written are small talk too:
        "can I talk to a person".
        """
        among_small_talk = any(isinstance(row, Asked) and row.is_small_talk for row in rows)
        for row in rows:
            if isinstance(row, Alarm):
                self.alarms.append(row)
            elif isinstance(row, Confided):
                self.confided.append(row)
            else:
                self._of_topics(row, among_small_talk).append(row)

    def _of_topics(self, row: Asked, among_small_talk: bool) -> list[Asked]:
        if row.is_outside:
            return self.outside
        if row.is_small_talk or (among_small_talk and row.register_ is None):
            return self.small_talk
        return self.questions


def read(paths: Iterable[Path]) -> Rows:
    """Read all files.

    Raises:
        RowsBroken: a file cannot be read, or lines of it are not what they should be.
    """
    rows, problems = Rows(), []
    for path in paths:
        found = list(_read(path))
        problems += [each for each in found if isinstance(each, str)]
        rows.take([each for each in found if not isinstance(each, str)])
    if problems:
        raise RowsBroken(problems)
    return rows


def _read(path: Path) -> Iterator[Asked | Alarm | Confided | str]:
    """Each line's row, or what is wrong with it."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # a text may hold other characters that end lines
    except OSError as error:
        yield f"{path}: it cannot be read ({error.strerror}). Name files of JSON lines."
    except UnicodeDecodeError:
        yield f"{path}: it is not UTF-8. Save it as UTF-8."
    else:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _row(line, f"{path}:{number}")


def _row(line: str, place: str) -> Asked | Alarm | Confided | str:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        return f"{place}: it is no JSON ({error.msg}). Write one JSON object on each line."
    if not isinstance(fields, dict):
        return f"{place}: it is no JSON object. Write one JSON object on each line."
    kinds = [name for name in BY_FIELD if name in fields]
    if len(kinds) != 1:
        return f"{place}: it needs exactly one of the fields {', '.join(BY_FIELD)}."
    try:
        return BY_FIELD[kinds[0]].model_validate(fields)
    except ValidationError as error:
        return f"{place}: {_in_words(error)}"


def _in_words(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    name = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        return f"the field {name!r} is not known. Leave it out."
    return f"the field {name!r} is wrong: {first['msg']}." if name else f"{first['msg'].removeprefix('Value error, ')}."
