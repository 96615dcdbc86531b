"""The danger rules of one language, read from its file and made ready to run.

The rules are data, so that somebody who knows the language but no Python can read and mend them. What a file may hold
is checked here when the program starts, because a rule that cannot be read would be a danger that is never found.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict

from api.visitor.danger.lexicon import END, Lexicon, blank
from api.visitor.danger.patterns import Pattern, parse
from api.visitor.danger.words import Sentence
from content.schema import DangerKind

T = TypeVar("T")

_GROUP_NAME = re.compile(r"[A-Z][A-Z_]*")


class RulesInvalid(ValueError):
    """A rule file speaks of a group that it does not define; the text says which file and group."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MeaningText(_Part):
    """A group made of patterns: it stands where one of them matches, unless the sentence holds a group of `unless`."""

    says: tuple[str, ...]
    unless: tuple[str, ...] = ()


class RuleText(_Part):
    """One kind of situation. `example` is how a visitor may say it, and tests find it by this rule."""

    danger: DangerKind
    example: str
    says: tuple[str, ...]
    unless: tuple[str, ...] | None = None  # instead of the file's own
    whole_message: bool = False  # its parts may stand in different sentences


class RuleFile(_Part):
    """What a rule file holds."""

    about: str
    languages: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    negatable: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    meanings: dict[str, MeaningText] = {}
    unless: tuple[str, ...] = ()
    rules: tuple[RuleText, ...]


@dataclass(frozen=True)
class Rule:
    """A rule ready to run; `unless` are groups whose presence in the sentence silences it."""

    danger: DangerKind
    example: str
    patterns: tuple[Pattern, ...]
    unless: frozenset[str]
    whole_message: bool


@dataclass(frozen=True)
class _Meaning:
    name: str
    patterns: tuple[Pattern, ...]
    unless: frozenset[str]


class RuleBook:
    """The rules of one file. Stateless after it was made: nothing of a message stays in it."""

    def __init__(self, file: RuleFile) -> None:
        """Compile the rules.

        Raises:
            PatternInvalid: a pattern cannot be read.
            RulesInvalid: a pattern or an exception speaks of an unknown group.
        """
        self.rules = tuple(_rule(text, file.unless) for text in file.rules)
        meanings = tuple(_meaning(name, text) for name, text in file.meanings.items())
        self._idioms = _by_first_name((parse(text), None) for text in file.idioms)
        self._meanings = _by_first_name((pattern, meaning) for meaning in meanings for pattern in meaning.patterns)
        self._rules = _by_first_name((pattern, rule) for rule in self.rules for pattern in rule.patterns)
        exceptions = chain(*(rule.unless for rule in self.rules), *(meaning.unless for meaning in meanings))
        names = {*_names(self._idioms), *_names(self._meanings), *_names(self._rules), *exceptions}
        _check_known(names, {END, *file.groups, *file.meanings})
        literals = {name: (name,) for name in names if not _GROUP_NAME.fullmatch(name)}
        self._lexicon = Lexicon({**file.groups, **literals}, frozenset(file.negatable))

    def matching(self, sentence: Sentence, scopes: tuple[bool, ...]) -> Iterator[Rule]:
        """The rules that the sentence fulfils, each at least once.

        Args:
            sentence: one sentence, or all of a message as one.
            scopes: which rules to try: True for those that look at the whole message, False for the others.
        """
        places = self._places(sentence)
        for name in places:
            for pattern, rule in self._rules.get(name, ()):
                if rule.whole_message in scopes and rule.unless.isdisjoint(places) and pattern.covers(places):
                    yield rule

    def _places(self, sentence: Sentence) -> dict[str, dict[int, int]]:
        places = self._lexicon.places(sentence)
        idioms = 0
        for name in places:
            for pattern, _ in self._idioms.get(name, ()):
                idioms |= pattern.covers(places)
        if idioms:
            places = self._lexicon.places(blank(sentence, idioms))
        return {**places, **self._meant(places)}

    def _meant(self, places: dict[str, dict[int, int]]) -> dict[str, dict[int, int]]:
        found: dict[str, dict[int, int]] = {}
        for name in places:
            for pattern, meaning in self._meanings.get(name, ()):
                bits = pattern.covers(places) if meaning.unless.isdisjoint(places) else 0
                if bits:
                    found[meaning.name] = {1: found.get(meaning.name, {}).get(1, 0) | bits}
        return found


def load(path: Path) -> RuleBook:
    """Read a rule file.

    Raises:
        pydantic.ValidationError: the file has another form than `RuleFile`.
        PatternInvalid: a pattern cannot be read.
        RulesInvalid: a pattern speaks of an unknown group.
    """
    # The base loader keeps every word as text: to the usual one "no" and "on" are truth values. It makes no objects.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return RuleBook(RuleFile.model_validate(content))


def _rule(text: RuleText, usual_exceptions: tuple[str, ...]) -> Rule:
    exceptions = usual_exceptions if text.unless is None else text.unless
    return Rule(text.danger, text.example, tuple(map(parse, text.says)), frozenset(exceptions), text.whole_message)


def _check_known(names: Iterable[str], known: set[str]) -> None:
    unknown = sorted(name for name in names if _GROUP_NAME.fullmatch(name) and name not in known)
    if unknown:
        raise RulesInvalid(f"Patterns speak of groups that are not defined: {', '.join(unknown)}.")


def _meaning(name: str, text: MeaningText) -> _Meaning:
    return _Meaning(name, tuple(map(parse, text.says)), frozenset(text.unless))


def _by_first_name(pairs: Iterable[tuple[Pattern, T]]) -> dict[str, list[tuple[Pattern, T]]]:
    """Patterns under the names that they can begin with, so that a sentence tries only those that it may fulfil."""
    table: dict[str, list[tuple[Pattern, T]]] = defaultdict(list)
    for pattern, owner in pairs:
        for name in pattern.sequences[0][0].names:
            table[name].append((pattern, owner))
    return dict(table)


def _names(table: Mapping[str, list[tuple[Pattern, T]]]) -> Iterator[str]:
    for pairs in table.values():
        for pattern, _ in pairs:
            yield from pattern.names
