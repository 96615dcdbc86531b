"""How a text reads: sentence length, no web code, no number written by hand, no sentence of the red lines."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from content import contact_details, red_lines
from content.passages import Passage
from content.plain_language import MOST_ON_AVERAGE, MOST_WORDS, average, sentences, word_count
from content.problems import Problem

_CODE = ("](", "<", "`", "http-equiv")
_CONTROL = frozenset(map(chr, [*range(9), *range(11, 32), 0x7F, 0x200E, 0x200F, *range(0x202A, 0x202F), 0xFEFF]))


def problems(passages: Iterable[Passage]) -> Iterator[Problem]:
    """What is wrong with the wording of the passages."""
    counts: dict[str, list[int]] = defaultdict(list)
    first: dict[str, Passage] = {}
    for passage in passages:
        yield from _forbidden(passage)
        yield from _long_sentences(passage)
        if not passage.is_heading:
            first.setdefault(passage.whole, passage)
            counts[passage.whole] += map(word_count, sentences(passage.text))
    for whole, passage in first.items():
        if (mean := average(counts[whole])) > MOST_ON_AVERAGE:
            reason = f"The sentences have {mean:.1f} words on average; {MOST_ON_AVERAGE:.0f} are easy to read."
            yield Problem(passage.file, passage.line, reason, "Make two sentences of the longest ones.")


def _long_sentences(passage: Passage) -> Iterator[Problem]:
    for sentence in sentences(passage.text):
        if (count := word_count(sentence)) > MOST_WORDS:
            reason = f'A sentence of {count} words; {MOST_WORDS} is the most: "{sentence[:50]}…"'
            yield Problem(passage.file, passage.line, reason, "Make two sentences of it, or a list.")


def _forbidden(passage: Passage) -> Iterator[Problem]:
    for detail in contact_details.find(passage.text):
        reason = f"A {detail.kind} is written by hand: {detail.text.strip()}"
        remedy = "Write {phone:id}, {email:id} or {web:id} with an id of services.yml, where it is checked."
        yield Problem(passage.file, passage.line, reason, remedy)
    for mark in _CODE:
        if mark in passage.text:
            reason = f"Web code or a link ({mark}) would be shown to the visitor as it stands."
            yield Problem(passage.file, passage.line, reason, "Use plain words, **bold**, lists and placeholders only.")
    if _CONTROL.intersection(passage.text):
        reason = "An invisible character stands in the text."
        yield Problem(passage.file, passage.line, reason, "Delete the passage and type it anew.")
    for sentence in sentences(passage.text):
        for red_line in red_lines.crossed(sentence, passage.language):
            reason = f'This must never be said: "{sentence[:80]}". {red_line.reason}'
            yield Problem(passage.file, passage.line, reason, red_line.instead)
