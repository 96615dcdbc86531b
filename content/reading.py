"""Reads a content folder into memory, whole, and notes what could not be read.

Reading never stops at the first mistake: an editor wants the whole list. What could be read stays available, so that
the checks that look across files can still run.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content import shared_texts
from content.field_problems import validate
from content.glossary import TermFields
from content.located_yaml import Located, Tree, YamlBroken, parse
from content.problems import Problem
from content.schema import LANGUAGES_WITH_EVERYTHING, Card, CardFields, Service, ServiceFields, Topic, TopicFields

SERVICES = "services.yml"
INTERFACE = "interface.yml"
CARDS = "cards.yml"
SHARED = "shared.yml"
GLOSSARY = "glossary.yml"
SITUATIONS = "first.situations"
"""Group of the interface: the first screen's buttons, each under the id of the topic that answers."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MARKER = "---"


@dataclass(frozen=True)
class TopicFile:
    """A topic and where its parts stand: `head` knows the lines of the fields, the body begins at `body_line`."""

    file: str
    topic: Topic
    head: Located
    body_line: int


@dataclass
class Content:
    """Everything that a content folder holds, as far as it could be read."""

    folder: Path
    languages: tuple[str, ...] = ()
    topics: dict[tuple[str, str], TopicFile] = field(default_factory=dict)
    topic_ids: dict[str, set[str]] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    service_file: Located | None = None
    interface: dict[str, Located] = field(default_factory=dict)
    cards: dict[tuple[str, str], Card] = field(default_factory=dict)
    card_files: dict[str, Located] = field(default_factory=dict)
    shared: dict[str, dict[str, str]] = field(default_factory=dict)
    shared_files: dict[str, Located] = field(default_factory=dict)
    glossaries: dict[str, dict[str, TermFields]] = field(default_factory=dict)
    glossary_files: dict[str, Located] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def service_ids(self) -> frozenset[str]:
        """Ids in services.yml, also those whose fields are wrong."""
        value = self.service_file.value if self.service_file else {}
        return frozenset(value if isinstance(value, dict) else ())


def read(folder: Path) -> Content:
    """Read a content folder (`services.yml`, and a folder for each language); mistakes are in `Content.problems`."""
    content = Content(folder, _languages(folder))
    for language in LANGUAGES_WITH_EVERYTHING:
        if language not in content.languages:
            content.problems.append(
                Problem(language, 1, "The folder of this language is missing.", f"Make a folder '{language}'.")
            )
    _read_services(content)
    for language in content.languages:
        _read_language(content, language)
    return content


def _languages(folder: Path) -> tuple[str, ...]:
    names = {entry.name for entry in folder.iterdir() if entry.is_dir()} if folder.is_dir() else set()
    first = [language for language in LANGUAGES_WITH_EVERYTHING if language in names]
    return (*first, *sorted(name for name in names if _LANGUAGE.fullmatch(name) and name not in first))


def _read_services(content: Content) -> None:
    located = _read_yaml(content, SERVICES)
    if located is None:
        return
    content.service_file = located
    for service_id in sorted(content.service_ids):
        fields, problems = validate(ServiceFields, located, SERVICES, (service_id,))
        content.problems += problems
        if fields:
            content.services[service_id] = Service(id=service_id, **dict(fields))


def _read_language(content: Content, language: str) -> None:
    if (interface := _read_yaml(content, f"{language}/{INTERFACE}")) is not None:
        content.interface[language] = interface
    if (cards := _read_yaml(content, f"{language}/{CARDS}")) is not None:
        _read_cards(content, language, cards)
    _read_shared(content, language)
    content.topic_ids[language] = set()
    for path in sorted((content.folder / language).rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path.parent != content.folder / language:
            _read_topic(content, language, path)


def _read_cards(content: Content, language: str, located: Located) -> None:
    content.card_files[language] = located
    file = f"{language}/{CARDS}"
    for name in located.value if isinstance(located.value, dict) else ():
        fields, problems = validate(CardFields, located, file, (name,))
        content.problems += problems
        if fields:
            content.cards[language, name] = Card(name=name, language=language, **dict(fields))


def _read_shared(content: Content, language: str) -> None:
    """The texts that answers share and the glossary; a folder can do without both."""
    if (content.folder / language / SHARED).exists() and (located := _read_yaml(content, f"{language}/{SHARED}")):
        content.shared_files[language] = located
        content.shared[language] = shared_texts.as_texts(located.value)
    if (content.folder / language / GLOSSARY).exists() and (located := _read_yaml(content, f"{language}/{GLOSSARY}")):
        content.glossary_files[language] = located
        terms = content.glossaries[language] = {}
        for name in located.value if isinstance(located.value, dict) else ():
            fields, problems = validate(TermFields, located, f"{language}/{GLOSSARY}", (name,))
            content.problems += problems
            if fields:
                terms[name] = fields


def _read_topic(content: Content, language: str, path: Path) -> None:
    file = path.relative_to(content.folder).as_posix()
    if path.suffix != ".md":
        content.problems.append(
            Problem(file, 1, "This file is not read.", "Name it .md, or move it away.", severity="warning")
        )
        return
    content.topic_ids[language].add(file.removeprefix(f"{language}/").removesuffix(".md"))
    text = _read_text(content, file)
    if text is not None and (parts := _split(content, file, text)) is not None:
        _take_topic(content, file, language, *parts)


def _take_topic(content: Content, file: str, language: str, head: Located, body: str, body_line: int) -> None:
    fields, problems = validate(TopicFields, head, file)
    content.problems += problems
    if fields:
        name = file.removeprefix(f"{language}/").removesuffix(".md")
        whole = shared_texts.put_in(body, content.shared.get(language, {}))
        topic = Topic(language=language, body=whole, **dict(fields))
        content.topics[language, name] = TopicFile(file, topic, head, body_line)


def _split(content: Content, file: str, text: str) -> tuple[Located, str, int] | None:
    """The head between two lines of `---`, the body after them, and the body's first line."""
    lines = text.split("\n")
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == _MARKER), None)
    if lines[0].rstrip() != _MARKER or end is None:
        reason = "The file has no head: the fields between two lines of three dashes."
        content.problems.append(Problem(file, 1, reason, "Begin the file with ---, the fields, and --- again."))
        return None
    head = _parse(content, file, "\n".join(lines[1:end]), 2)
    while end + 1 < len(lines) and not lines[end + 1].strip():
        end += 1
    return None if head is None else (head, "\n".join(lines[end + 1 :]), end + 2)


def _read_yaml(content: Content, file: str) -> Located | None:
    text = _read_text(content, file)
    located = _parse(content, file, text, 1) if text is not None else None
    if located and not isinstance(located.value, dict):
        reason = "The file should hold fields (a name, a colon, a value)."
        content.problems.append(Problem(file, 1, reason, "Compare it with the file of another language."))
        return None
    return located


def _parse(content: Content, file: str, text: str, first_line: int) -> Located | None:
    try:
        return parse(text, first_line)
    except YamlBroken as broken:
        content.problems.append(Problem(file, broken.line, broken.reason, broken.remedy))
        return None


def _read_text(content: Content, file: str) -> str | None:
    try:
        return (content.folder / file).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        content.problems.append(Problem(file, 1, "The file is missing.", "Put it back, or copy the other language's."))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        content.problems.append(Problem(file, line, "A letter cannot be read.", "Save the file as UTF-8."))
    except OSError:
        content.problems.append(Problem(file, 1, "The file cannot be opened.", "Look at its permissions."))
    return None


def strings(value: Tree, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of nested mappings with its path, in the order of the file; lists are passed over."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from strings(child, (*path, key))


def dotted(interface: Located) -> Mapping[str, str]:
    """An interface file as one flat mapping: `{"first.program": "Lyhty is …"}`."""
    return {".".join(path): text for path, text in strings(interface.value)}
