"""Whether the languages of an answer were last compared as they are now.

English is not made from Finnish word by word, yet both must say the same. Whoever compares them leaves both texts'
fingerprints in the English file (`compared`, written by `lyhty content compared`); when one changes after that, the
check asks for a new comparison. A correction is live all the same: a right text in one language is better than none.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from content.reading import Content, TopicFile, read
from content.schema import LANGUAGES_WITH_EVERYTHING

KEPT_IN = "en"
_LENGTH = 12
_LINE = re.compile(r"^compared:.*\n", re.MULTILINE)
_STATUS = re.compile(r"^status:", re.MULTILINE)


def fingerprint(found: TopicFile) -> str:
    """Twelve hexadecimal digits that change when the title or the text changes (shared texts included)."""
    words = " ".join(f"{found.topic.title}\n{found.topic.body}".split())
    return hashlib.sha256(words.encode()).hexdigest()[:_LENGTH]


def fingerprints(content: Content, name: str) -> Mapping[str, str]:
    """The fingerprint of an answer in each language that everything has to exist in."""
    return {
        language: fingerprint(content.topics[language, name])
        for language in LANGUAGES_WITH_EVERYTHING
        if (language, name) in content.topics
    }


def mark_compared(folder: Path, names: Iterable[str] = ()) -> list[str]:
    """Note in the English files that the languages were compared and say the same.

    Args:
        folder: the content folder.
        names: topics; all when empty.

    Returns:
        The topics whose files were changed.
    """
    content = read(folder)
    changed = []
    for name in sorted(set(names) or {topic for _, topic in content.topics}):
        marks = fingerprints(content, name)
        if set(marks) == set(LANGUAGES_WITH_EVERYTHING) and _write(folder, content.topics[KEPT_IN, name], marks):
            changed.append(name)
    return changed


def _write(folder: Path, found: TopicFile, marks: Mapping[str, str]) -> bool:
    path = folder / found.file
    before = path.read_text(encoding="utf-8")
    line = "compared: {" + ", ".join(f'{language}: "{mark}"' for language, mark in marks.items()) + "}\n"
    after = _STATUS.sub(lambda status: line + status[0], _LINE.sub("", before, count=1), count=1)
    if after != before:
        path.write_text(after, encoding="utf-8")
    return after != before
