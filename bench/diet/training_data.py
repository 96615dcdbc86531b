"""The training data of the product, as files that a plain Rasa project would hold.

They are the same lines that bot/importer.py hands to our own pipeline (a test compares).
"""

import hashlib
import json
from pathlib import Path

import yaml

from content.intents import intent_of
from content.library import Library

BOT_LINES = Path(__file__).parents[2] / "bot" / "nlu"
HERE = Path(__file__).parent
_ALSO_DECIDING = ("config.yml", "uv.lock")  # beside the data, what a trained model depends on


def training_files(library: Library) -> dict[str, str]:
    """The files by their names: the content's questions, and lines of small talk, commands and other subjects."""
    lines = {f"{path.parent.name}-{path.name}": path.read_text("utf-8") for path in sorted(BOT_LINES.glob("*/*.yml"))}
    return {"content.yml": _questions(library), **lines}


def fingerprint(files: dict[str, str]) -> str:
    """16 hexadecimal digits that change with the training data, the pipeline or its environment."""
    deciding = {name: (HERE / name).read_text("utf-8") for name in _ALSO_DECIDING}
    return hashlib.sha256(json.dumps([files, deciding], sort_keys=True).encode()).hexdigest()[:16]


def _questions(library: Library) -> str:
    intents: dict[str, list[dict[str, str]]] = {}
    for question in library.questions():
        intents.setdefault(intent_of(question.topic), []).append({"text": question.text})
    nlu = [{"intent": intent, "examples": examples} for intent, examples in sorted(intents.items())]
    return yaml.safe_dump({"version": "3.1", "nlu": nlu}, allow_unicode=True, sort_keys=False)
