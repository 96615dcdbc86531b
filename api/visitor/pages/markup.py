"""An answer's HTML as a page wants it: the short answer first, the rest folded, numbers that ask before they call.

Works on the HTML that `content.rendering` makes from checked Markdown, whose few forms are fixed there; no other HTML
comes this way.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

_HEADING = re.compile(r"<h3>(.*?)</h3>\s*", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_NUMBER = re.compile(r'<a href="(tel:[+\d]+)" class="call">([^<]*)</a>')
_TOPIC = re.compile(r'<span class="topic" data-topic="([a-z0-9/-]+)">([^<]*)</span>')
_ELSEWHERE = re.compile(r'<a href="(https://[^"]*)" class="web" rel="[^"]*">')


@dataclass(frozen=True)
class Part:
    """A stretch of an answer under its own heading."""

    heading: Markup
    body: Markup


@dataclass(frozen=True)
class Folded:
    """An answer in the order in which a tired person needs it.

    Attributes:
        short: what comes before the first heading.
        steps: the first part with a heading, shown open: what one can do now.
        more: the other parts, shown closed.
    """

    short: Markup
    steps: Part | None
    more: tuple[Part, ...]


@lru_cache(1024)  # answers are the same for everybody; more than all topics, cards and languages together
def answer(html: str, ask: str, yes: str) -> Folded:
    """An answer's HTML, folded, with numbers that ask; the arguments are those of `pressable`."""
    return folded(pressable(html, ask, yes))


def folded(html: Markup) -> Folded:
    """Split an answer at its headings."""
    short, *rest = _HEADING.split(html)
    parts = [Part(Markup(heading), Markup(body)) for heading, body in zip(rest[::2], rest[1::2], strict=True)]  # noqa: S704
    return Folded(Markup(short), parts[0] if parts else None, tuple(parts[1:]))  # noqa: S704


def pressable(html: str, ask: str, yes: str) -> Markup:
    """Make an answer's numbers ask before they call, and its mentions of topics lead there.

    Args:
        html: as `content.rendering` made it.
        ask: the question before a call, as plain text.
        yes: what the link that calls says, with `{number}` in it.
    """
    question = str(escape(ask))

    def number(found: re.Match[str]) -> str:
        call = calling(yes, found[2])
        return (
            f'<details class="call inline"><summary>{readable(found[2])}</summary>'
            f'<span class="now">{question} <a class="button" href="{found[1]}">{call}</a></span></details>'
        )

    html = _PARAGRAPH.sub(_roomy, html)
    html = _NUMBER.sub(number, html)
    html = _TOPIC.sub(r'<button class="link" form="ask" name="topic" value="\1">\2</button>', html)
    return Markup(_ELSEWHERE.sub(r'<a href="\1" rel="noreferrer">', html))  # noqa: S704


def readable(number: str) -> Markup:
    """A number whose groups keep their order, also amid a script that runs from right to left."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(number)


def calling(yes: str, number: str) -> Markup:
    """What the link that calls says; `yes` is a pattern with `{number}` in it."""
    return escape(yes).replace("{number}", readable(number))


def _roomy(found: re.Match[str]) -> str:
    """A paragraph as a plain block where it holds a number: what folds may not stand inside a paragraph."""
    return f'<div class="p">{found[1]}</div>' if _NUMBER.search(found[1]) else found[0]
