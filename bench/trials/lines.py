"""The lines that the understanding is trained on, read without Rasa."""

from pathlib import Path

import yaml

from bot.understanding import Example
from content.intents import intent_of
from content.library import Library

ROOT = Path(__file__).parents[2]


def training_lines(root: Path = ROOT) -> list[Example]:
    """The content's questions, and the lines that are no topic; in one fixed order.

    Args:
        root: the project's folder.

    Raises:
        ContentInvalid: a content file is broken.
    """
    questions = Library.load(root / "content").questions()
    of_topics = [Example(question.text, intent_of(question.topic), question.language) for question in questions]
    others = [line for path in (root / "bot" / "nlu").glob("*/*.yml") for line in _lines(path)]
    return sorted({*of_topics, *others}, key=lambda line: (line.intent, line.language, line.text))


def _lines(path: Path) -> list[Example]:
    blocks = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    return [
        Example(line.removeprefix("- ").strip(), block["intent"], path.parent.name)
        for block in blocks
        for line in block["examples"].splitlines()
    ]
