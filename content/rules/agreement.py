"""Answers whose languages were not compared since one of them changed."""

from collections.abc import Iterator

from content.agreement import KEPT_IN, fingerprints
from content.problems import Problem
from content.reading import Content
from content.schema import LANGUAGES_WITH_EVERYTHING

_LANGUAGE_NAMES = {"fi": "Finnish", "en": "English"}


def problems(content: Content) -> Iterator[Problem]:
    """A warning for each answer whose languages may say different things."""
    for (language, name), found in content.topics.items():
        marks = fingerprints(content, name)
        if language != KEPT_IN or set(marks) != set(LANGUAGES_WITH_EVERYTHING):
            continue
        compared = found.topic.compared or {}
        changed = [_LANGUAGE_NAMES[each] for each, mark in marks.items() if compared.get(each) != mark]
        if changed:
            since = "after the languages were compared" if compared else "and the languages were never compared"
            reason = f"The {' and the '.join(changed)} text changed {since}."
            remedy = f"Read both, make them say the same, then run: lyhty content compared {name}"
            line = found.head.line(("compared",) if compared else ("id",))
            yield Problem(found.file, line, reason, remedy, severity="warning")
