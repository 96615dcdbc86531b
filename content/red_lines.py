"""Finds sentences that no answer may ever say; red_lines.yml lists them, with the reasons.

The list belongs to the program, not to the content folder that is being checked: no folder can loosen it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from content.located_yaml import parse

_FILE = Path(__file__).with_name("red_lines.yml")


@dataclass(frozen=True)
class RedLine:
    """What a sentence crosses: its name, why it must not be said, and what to say instead."""

    name: str
    reason: str
    instead: str


class _Patterns(BaseModel):
    model_config = ConfigDict(extra="forbid")

    never: list[re.Pattern[str]] = Field(min_length=1)
    unless: list[re.Pattern[str]] = []


class _Line(BaseModel):
    model_config = ConfigDict(extra="allow")

    reason: str
    instead: str
    __pydantic_extra__: dict[str, _Patterns]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    honest: dict[str, list[re.Pattern[str]]]
    lines: dict[str, _Line]


def crossed(sentence: str, language: str) -> Iterator[RedLine]:
    """The red lines that one sentence crosses; a language for which there are no patterns has none."""
    small = " ".join(sentence.replace("*", "").replace("’", "'").casefold().split())
    file = _file()
    if _any(file.honest.get(language, []), small):
        return
    for name, line in file.lines.items():
        patterns = (line.__pydantic_extra__ or {}).get(language)
        if patterns and _any(patterns.never, small) and not _any(patterns.unless, small):
            yield RedLine(name, line.reason, line.instead)


def languages_of(name: str) -> Mapping[str, int]:
    """How many patterns a red line has by language."""
    extra = _file().lines[name].__pydantic_extra__ or {}
    return {language: len(patterns.never) for language, patterns in extra.items()}


def names() -> tuple[str, ...]:
    """All red lines, in the order of the file."""
    return tuple(_file().lines)


def _any(patterns: list[re.Pattern[str]], sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in patterns)


@lru_cache(maxsize=1)
def _file() -> _File:
    return _File.model_validate(parse(_FILE.read_text(encoding="utf-8")).value)
