"""An answer that names an authority must first say what is safe for somebody without papers.

Police, the immigration service and the labour inspectorate must act on an unlawful stay. So wherever one of them is
named, an organisation that can be asked without a name stands beside it, and the emergency number for everybody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.problems import Problem
from content.reading import Content

_ASKED_WITHOUT_A_NAME = re.compile(r"riku\b|pro-tukipiste|:riku", re.IGNORECASE)
_EMERGENCY = "{phone:emergency}"


@dataclass(frozen=True)
class _Words:
    authority: re.Pattern[str]
    no_papers: re.Pattern[str]


_BY_LANGUAGE = {
    "fi": _Words(
        re.compile(r"poliis|migri|maahanmuuttovirasto|suurlähety|työsuojelutarkasta|palkkaturva", re.IGNORECASE),
        re.compile(r"\b(ei|ilman|eikä) (papereita|lupaa|oikeutta|oleskelu)", re.IGNORECASE),
    ),
    "en": _Words(
        re.compile(r"\bpolice|migri|immigration service|embassy|labour inspect|wage guarantee", re.IGNORECASE),
        re.compile(r"\b(no|without) (a |any )?(papers|permit|right)", re.IGNORECASE),
    ),
}


def problems(content: Content) -> Iterator[Problem]:
    """Answers that name an authority and leave somebody without papers alone with it."""
    for (language, _), found in content.topics.items():
        words, body = _BY_LANGUAGE.get(language), found.topic.body
        if not words or not (named := words.authority.search(body)):
            continue
        if not words.no_papers.search(body) or not _ASKED_WITHOUT_A_NAME.search(body):
            line = found.body_line + body[: named.start()].count("\n")
            reason = "The answer names an authority, but not what a person without papers can do first."
            remedy = (
                "Add: no papers? First an anonymous call to RIKU, Pro-tukipiste, a lawyer or the assistance system."
            )
            yield Problem(found.file, line, reason, remedy)
        if _EMERGENCY not in body:
            reason = "The answer names an authority, but not the emergency number, which is for everybody."
            yield Problem(found.file, found.body_line, reason, f"Add: in danger or ill, {_EMERGENCY}, papers or not.")
