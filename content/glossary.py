"""Explains hard words where they first stand in an answer: "a reflection period (time to think in safety)".

The words and their explanations stand in `<language>/glossary.yml`, so that every answer explains a word alike, and an
editor changes the explanation in one place. A word that an answer explains itself, in brackets, is left as it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from content.plain_language import word_count
from content.schema import Text

MOST_WORDS = 9


class TermFields(BaseModel):
    """A hard word: how it begins in a text (small letters, without its endings), and what it means in few words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    begins: tuple[Text, ...] = Field(min_length=1)
    means: Text

    @field_validator("means")
    @classmethod
    def _short(cls, text: str) -> str:
        if word_count(text) > MOST_WORDS:
            remedy = f"Explain it in {MOST_WORDS} words at most."
            raise PydanticCustomError(
                "content",
                "{reason}",
                {"reason": "The explanation is too long to stand in a sentence.", "remedy": remedy},
            )
        return text


@dataclass(frozen=True)
class Glossary:
    """The terms of one language.

    Args:
        terms: by name; a longer beginning goes before a shorter one.
    """

    terms: Mapping[str, TermFields]

    def explain(self, markdown: str) -> str:
        """The text with each hard word explained where it first stands outside headings."""
        lines = markdown.split("\n")
        for term in self.terms.values():
            _explain_once(lines, term)
        return "\n".join(lines)


def _explain_once(lines: list[str], term: TermFields) -> None:
    word = re.compile(rf"(?<![\w{{:/-])(?:{'|'.join(map(re.escape, _longest_first(term.begins)))})\w*", re.IGNORECASE)
    if any(f"({term.means})" in line for line in lines):
        return
    for number, line in enumerate(lines):
        if line.startswith("#"):
            continue
        for found in word.finditer(line):
            if _inside_braces(line, found.start()):
                continue
            if not re.match(r"[*_\"”’]*\s*\(", line[found.end() :]):
                lines[number] = f"{line[: found.end()]} ({term.means}){line[found.end() :]}"
            return


def _longest_first(beginnings: Sequence[str]) -> list[str]:
    return sorted(beginnings, key=len, reverse=True)


def _inside_braces(line: str, place: int) -> bool:
    return line.rfind("{", 0, place) > line.rfind("}", 0, place)
