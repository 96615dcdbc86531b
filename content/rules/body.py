"""The form of an answer: first the short answer, then what to do now, then more.

A frightened reader sees the first lines only; so they hold the answer, and nothing else comes before them.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from content.plain_language import sentences
from content.problems import Problem
from content.reading import Content, TopicFile, dotted
from content.rendering import tokens

MOST_SENTENCES_FIRST = 3
HEADINGS = ("answer.now_heading", "answer.more_heading")


def problems(content: Content) -> Iterator[Problem]:
    """Answers that are not in the form that a visitor knows."""
    for (language, _), found in content.topics.items():
        blocks = tokens(found.topic.body)
        yield from _short_answer(found, blocks)
        if language in content.interface:
            words = dotted(content.interface[language])
            yield from _headings(found, blocks, [words[key] for key in HEADINGS if key in words])


def _short_answer(found: TopicFile, blocks: Sequence[Token]) -> Iterator[Problem]:
    if not blocks or blocks[0].type != "paragraph_open":
        reason = "The body does not begin with the short answer."
        yield Problem(found.file, found.body_line, reason, "Begin with one to three short sentences, no heading.")
        return
    count = len(sentences(blocks[1].content))
    if count > MOST_SENTENCES_FIRST:
        reason = f"The short answer has {count} sentences; {MOST_SENTENCES_FIRST} can be taken in at a glance."
        yield Problem(found.file, _line(found, blocks[0]), reason, "Move the rest below a heading.")
    if len(blocks) > 3 and blocks[3].type != "heading_open":
        reason = "Something stands between the short answer and the first heading."
        yield Problem(found.file, _line(found, blocks[3]), reason, "Move it below a heading, or join it to the answer.")


def _headings(found: TopicFile, blocks: Sequence[Token], expected: list[str]) -> Iterator[Problem]:
    positions = [number for number, token in enumerate(blocks) if token.type == "heading_open"]
    titles = [blocks[number + 1].content for number in positions if blocks[number].tag == "h2"]
    if [title for title in titles if title in expected] != expected:
        reason = f"The answer needs the headings {' and '.join(f'## {title}' for title in expected)}, in this order."
        yield Problem(found.file, found.body_line, reason, "Write each on a line of its own, exactly so.")
    for number in positions:
        if blocks[number].tag not in {"h2", "h3"}:
            reason = f"The heading '{blocks[number + 1].content}' has the wrong size."
            yield Problem(found.file, _line(found, blocks[number]), reason, "Begin it with ## or ###.")
        if _is_empty(blocks, number):
            reason = f"Nothing stands below the heading '{blocks[number + 1].content}'."
            yield Problem(found.file, _line(found, blocks[number]), reason, "Write the text, or take the heading away.")


def _is_empty(blocks: Sequence[Token], heading: int) -> bool:
    """Whether nothing stands below the heading, not even a smaller one."""
    following = blocks[heading + 3 : heading + 4]
    return not following or (following[0].type == "heading_open" and following[0].tag <= blocks[heading].tag)


def _line(found: TopicFile, token: Token) -> int:
    return found.body_line + (token.map[0] if token.map else 0)
