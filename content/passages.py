"""Every piece of text that a visitor may read, with the place where it stands.

The rules about wording (length, numbers, red lines, placeholders) hold for answers, cards, services and the page's own
words alike: one list of passages lets each rule be written once.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from content.located_yaml import Located
from content.reading import CARDS, INTERFACE, SERVICES, SHARED, Content, TopicFile, strings
from content.rendering import tokens


@dataclass(frozen=True)
class Passage:
    """One block of text: a paragraph, a list item, a heading, a title, a string of the page.

    Attributes:
        file: path inside the content folder.
        line: where the passage begins.
        language: the passage's language.
        text: as written, with placeholders.
        whole: what it is a part of, for averages: the file, or the file and a card's name.
        values: whether `{organisation}` and its like may stand here (strings of the page only).
        is_heading: whether it is a heading or title.
    """

    file: str
    line: int
    language: str
    text: str
    whole: str
    values: bool = False
    is_heading: bool = False


def passages(content: Content) -> Iterator[Passage]:
    """All text of the folder that a visitor may read; questions are what visitors write, so they are left out."""
    for language, located in content.shared_files.items():
        for name, text in content.shared[language].items():
            file = f"{language}/{SHARED}"
            yield from of_markdown(file, located.line((name,)), language, text, file)
    for found in content.topics.values():
        yield from of_topic(found)
    for (language, name), card in content.cards.items():
        file, located = f"{language}/{CARDS}", content.card_files[language]
        whole = f"{file} {name}"
        yield Passage(file, located.line((name, "title")), language, card.title, whole, is_heading=True)
        yield from of_markdown(file, located.line((name, "text")) + 1, language, card.text, whole)
    for language, located in content.interface.items():
        file = f"{language}/{INTERFACE}"
        for path, text in strings(located.value):
            yield Passage(file, located.line(path), language, text, file, values=True)
    if content.service_file:
        yield from _of_services(content.service_file)


def of_topic(found: TopicFile) -> Iterator[Passage]:
    """A topic's title and the blocks of its body."""
    topic, file = found.topic, found.file
    yield Passage(file, found.head.line(("title",)), topic.language, topic.title, file, is_heading=True)
    yield from of_markdown(file, found.body_line, topic.language, topic.body, file)


def of_markdown(file: str, first_line: int, language: str, markdown: str, whole: str) -> Iterator[Passage]:
    """The blocks of a Markdown text that begins at `first_line` of the file."""
    heading = False
    for token in tokens(markdown):
        if token.type in {"heading_open", "paragraph_open"}:
            heading = token.type == "heading_open"
        elif token.type == "inline":
            line = first_line + (token.map[0] if token.map else 0)
            yield Passage(file, line, language, token.content, whole, is_heading=heading)


def _of_services(located: Located) -> Iterator[Passage]:
    for path, text in strings(located.value):
        if len(path) == 3 and path[1] != "web":
            yield Passage(SERVICES, located.line(path), path[2], text, f"{SERVICES} {path[0]} {path[2]}")
