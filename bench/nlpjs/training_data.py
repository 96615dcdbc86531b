"""The training data of the product, by language, as NLP.js takes it: it learns each language apart.

They are the same lines that Rasa's default pipeline gets (a test compares).
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.diet.training_data import BOT_LINES
from content.intents import intent_of
from content.library import Library

HERE = Path(__file__).parent
_ALSO_DECIDING = ("package-lock.json", "program.js")  # beside the lines, what a trained model depends on

Lines = dict[str, list[tuple[str, str]]]
"""By language, lines with their intents."""


def training_lines(library: Library) -> Lines:
    """The content's questions, and lines of small talk, commands and other subjects; in one fixed order."""
    found: dict[str, set[tuple[str, str]]] = {}
    for question in library.questions():
        found.setdefault(question.language, set()).add((question.text, intent_of(question.topic)))
    for path in BOT_LINES.glob("*/*.yml"):
        found.setdefault(path.parent.name, set()).update(_lines(path))
    return {language: sorted(lines) for language, lines in sorted(found.items())}


def fingerprint(lines: Lines) -> str:
    """16 hexadecimal digits that change with the lines, the program or its packages."""
    deciding = {name: (HERE / name).read_text("utf-8") for name in _ALSO_DECIDING}
    return hashlib.sha256(json.dumps([lines, deciding], sort_keys=True).encode()).hexdigest()[:16]


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
        for line in block["examples"].splitlines():
            yield line.removeprefix("- ").strip(), block["intent"]
