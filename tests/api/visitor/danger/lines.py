"""The lines that the danger check is tested on, each file with what it is for.

explicit.jsonl           danger said in plain words; written before the rules, and all of it must be found
idioms.jsonl             harmless lines that tempt a word matcher; written before the rules, none may be found
emergency_phrases.jsonl  the plainest cries for help in five more languages
situations.jsonl         danger said less plainly; rules were improved with it: a guard against loss, no measure
worries.jsonl            harmless lines close to danger; the same holds for them
"""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """A message, its language, and the danger in it, if any."""

    lang: str
    text: str
    danger: str | None


def lines(name: str) -> list[Line]:
    """The lines of a file beside this one."""
    text = Path(__file__).with_name(f"{name}.jsonl").read_text(encoding="utf-8")
    return [Line(**json.loads(line)) for line in text.splitlines()]
