"""Placeholders: every `{…}` must lead to a number, a name, an address or a topic that is there."""

import re
from collections.abc import Iterable, Iterator

from content.passages import Passage
from content.placeholders import IN_BRACES, Placeholder, PlaceholderUnknown, parse, resolve
from content.problems import Problem
from content.reading import Content
from content.schema import Service, Topic

_VALUE = re.compile(r"[a-z_]+")


class _Found:
    """The content that was read, as a directory for placeholders."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def service(self, service_id: str) -> Service:
        return self._content.services[service_id]

    def topic(self, topic_id: str, language: str) -> Topic:
        found = self._content.topics
        return next(file.topic for (_, name), file in found.items() if name == topic_id)


def problems(content: Content, passages: Iterable[Passage]) -> Iterator[Problem]:
    """Placeholders that lead nowhere; those that point at a broken file are left to that file's own problems."""
    for passage in passages:
        for inside in IN_BRACES.findall(passage.text):
            if not (passage.values and _VALUE.fullmatch(inside)):
                yield from _lead_nowhere(content, passage, inside)
        if re.search(r"[{}]", IN_BRACES.sub("", passage.text)):
            reason = "A brace is opened and not closed."
            yield Problem(passage.file, passage.line, reason, "Write {phone:id} or its like.")


def _lead_nowhere(content: Content, passage: Passage, inside: str) -> Iterator[Problem]:
    if inside.startswith("text:"):
        reason = f"'{{{inside}}}' leads nowhere: there is no such text in shared.yml."
        yield Problem(passage.file, passage.line, reason, "Use a name of shared.yml; it may not hold {text:…} itself.")
        return
    try:
        placeholder = parse(inside)
        if _is_broken_elsewhere(content, placeholder):
            return
        resolve(placeholder, _Found(content), passage.language)
    except PlaceholderUnknown as unknown:
        yield Problem(passage.file, passage.line, f"'{{{inside}}}' leads nowhere.", str(unknown))
    except (KeyError, StopIteration):
        what = "topic" if inside.startswith("topic:") else "service in services.yml"
        reason = f"'{{{inside}}}' leads nowhere: there is no such {what}."
        yield Problem(passage.file, passage.line, reason, "Look at the spelling of the id.")


def _is_broken_elsewhere(content: Content, placeholder: Placeholder) -> bool:
    if placeholder.kind == "topic":
        known = set().union(*content.topic_ids.values())
        readable = {name for _, name in content.topics}
        return placeholder.target in known - readable
    unreadable = content.service_ids - content.services.keys()
    return content.service_file is None or placeholder.target in unreadable
