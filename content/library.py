"""The content library: the one door through which the bot, the actions and the gateway see content.

Only content without errors gets in, so that nobody behind this door has to ask whether a service exists or a text is
there. A live library follows its folder: an editor's change is live at once, an editor's mistake never is.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.checks import Examination, examine
from content.glossary import Glossary
from content.placeholders import fill
from content.problems import ContentInvalid, Problem
from content.reading import SITUATIONS, dotted
from content.rendering import to_inline_html
from content.schema import LANGUAGES_WITH_EVERYTHING, Card, Service, Topic

__all__ = [
    "CardUnknown",
    "ContentInvalid",
    "Library",
    "LiveLibrary",
    "Problem",
    "Question",
    "ServiceUnknown",
    "Situation",
    "TextUnknown",
    "TopicUnknown",
]

_READ = frozenset({".md", ".yml"})

Fingerprint = tuple[tuple[str, int, int], ...]


class TopicUnknown(LookupError):
    """No topic has this id."""


class ServiceUnknown(LookupError):
    """No service has this id."""


class CardUnknown(LookupError):
    """No card has this name."""


class TextUnknown(LookupError):
    """The interface has no text with this key, or a value for it was not given."""


@dataclass(frozen=True)
class Question:
    """One way of asking for a topic: a training example."""

    topic: str
    language: str
    text: str


@dataclass(frozen=True)
class Situation:
    """A button of the first screen: what happened, in a visitor's words, and the topic that answers it."""

    text: str
    topic: str


class Library:
    """Checked content, read once and never changed.

    Attributes:
        languages: codes of the languages, Finnish and English first.
        topic_ids: all topics, sorted.
    """

    def __init__(self, examination: Examination) -> None:
        """Take over content that was examined.

        Raises:
            ContentInvalid: it has errors.
        """
        if examination.errors:
            raise ContentInvalid(examination.errors)
        content = examination.content
        self.warnings = examination.problems
        self.languages = content.languages
        glossaries = {language: Glossary(terms) for language, terms in content.glossaries.items()}
        self._topics = {key: _explained(found.topic, glossaries) for key, found in content.topics.items()}
        self.topic_ids = tuple(sorted({topic_id for _, topic_id in self._topics}))
        self._services = content.services
        self._cards = content.cards
        self._texts = {language: dotted(located) for language, located in content.interface.items()}

    @classmethod
    def load(cls, folder: Path, today: date | None = None) -> "Library":
        """Read and check a content folder.

        Args:
            folder: the content folder.
            today: the day for overdue reviews (warnings only); the day in Finland by default.

        Raises:
            ContentInvalid: there are errors; it says which files and lines, and what to do.
        """
        return cls(examine(folder, today))

    @property
    def service_ids(self) -> tuple[str, ...]:
        """All services, sorted."""
        return tuple(sorted(self._services))

    def topic(self, topic_id: str, language: str) -> Topic:
        """The topic in `language`, or in a language that has it (`Topic.language` says which).

        Raises:
            TopicUnknown: there is no such topic in any language.
        """
        for candidate in (language, *_fallbacks(language)):
            if (candidate, topic_id) in self._topics:
                return self._topics[candidate, topic_id]
        raise TopicUnknown(f"There is no topic '{topic_id}'.")

    def service(self, service_id: str) -> Service:
        """The service; raises `ServiceUnknown`."""
        if service_id not in self._services:
            raise ServiceUnknown(f"There is no service '{service_id}'.")
        return self._services[service_id]

    def card(self, name: str, language: str) -> Card:
        """The card in `language`, or in English where the language is not offered; raises `CardUnknown`."""
        for candidate in (language, *_fallbacks(language)):
            if (candidate, name) in self._cards:
                return self._cards[candidate, name]
        raise CardUnknown(f"There is no card '{name}'.")

    def pattern(self, language: str, key: str) -> str:
        """A string of the interface as it is written, with its braces; raises `TextUnknown`."""
        texts = self._texts.get(language, self._texts["en"])
        if key not in texts:
            raise TextUnknown(f"The interface has no text '{key}'.")
        return texts[key]

    def text(self, language: str, key: str, **values: str | int) -> str:
        """A string of the interface as plain text, with values and placeholders filled in.

        Args:
            language: a language code; English is given where it is not offered.
            key: the dotted key, e.g. "first.program".
            values: what `{name}` in the string stands for.

        Raises:
            TextUnknown: there is no such key.
            PlaceholderUnknown: a value is missing.
        """
        return fill(self.pattern(language, key), self, language, values)

    def html(self, language: str, key: str, **values: str | int) -> str:
        """The same as safe HTML without a paragraph around it: numbers can be tapped, values are escaped."""
        return to_inline_html(self.pattern(language, key), self, language, values)

    def texts(self, language: str, group: str = "") -> dict[str, str]:
        """All strings below `group`, as they are written, by the rest of their key."""
        head = f"{group}." if group else ""
        texts = self._texts.get(language, self._texts["en"])
        return {key.removeprefix(head): text for key, text in texts.items() if key.startswith(head)}

    def situations(self, language: str) -> tuple[Situation, ...]:
        """The buttons of the first screen, in the order of the file."""
        return tuple(Situation(text, topic) for topic, text in self.texts(language, SITUATIONS).items())

    def questions(self) -> list[Question]:
        """Every way of asking, by topic and language: what the classifier learns from."""
        return [
            Question(topic_id, language, text)
            for (language, topic_id), topic in sorted(self._topics.items())
            for text in topic.questions
        ]


class LiveLibrary:
    """The last good version of a content folder.

    A reload takes its place in one assignment, so that a request that has begun goes on with the version it began with.
    """

    def __init__(self, folder: Path) -> None:
        """Read the folder.

        Raises:
            ContentInvalid: it has errors; without a first good version there is nothing to serve.
        """
        self._folder = folder
        self._seen = _fingerprint(folder)
        self._current = Library.load(folder)

    @property
    def current(self) -> Library:
        """The last version without errors."""
        return self._current

    def reload(self) -> list[Problem]:
        """Read the folder again, and take it when it has no errors; otherwise the last good version stays.

        Returns:
            What is wrong with the folder now. It was taken if none of these `is_error`.
        """
        self._seen = _fingerprint(self._folder)
        examination = examine(self._folder)
        if not examination.errors:
            self._current = Library(examination)
        return list(examination.problems)

    def reload_if_changed(self) -> list[Problem]:
        """The same, but only if a file was changed, added or taken away since the folder was last read."""
        return self.reload() if _fingerprint(self._folder) != self._seen else []


def _explained(topic: Topic, glossaries: dict[str, Glossary]) -> Topic:
    glossary = glossaries.get(topic.language)
    return topic.model_copy(update={"body": glossary.explain(topic.body)}) if glossary else topic


def _fallbacks(language: str) -> tuple[str, ...]:
    """Where to look when a language lacks something: English, then Finnish."""
    return tuple(other for other in reversed(LANGUAGES_WITH_EVERYTHING) if other != language)


def _fingerprint(folder: Path) -> Fingerprint:
    """Name, size and time of change (nanoseconds) of every file that a library reads."""
    return tuple(sorted(_files(folder)))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for path in folder.rglob("*"):
        if path.suffix not in _READ:
            continue
        with suppress(FileNotFoundError):  # an editor's program may be replacing it right now
            status = path.stat()
            yield str(path.relative_to(folder)), status.st_size, status.st_mtime_ns
