"""Reads the training lines as they stand in the files, without Rasa."""

from collections.abc import Iterator
from pathlib import Path

import yaml

NLU = Path(__file__).parent.parent.parent.parent / "bot" / "nlu"


def lines() -> Iterator[tuple[str, str, str]]:
    """Each line as (language, intent, text)."""
    for path in sorted(NLU.glob("*/*.yml")):
        for block in yaml.safe_load(path.read_text())["nlu"]:
            for line in block["examples"].splitlines():
                yield path.parent.name, block["intent"], line.removeprefix("- ").strip()


def examples_of(intent: str, language: str) -> list[str]:
    """The lines of one intent in one language."""
    return [text for spoken, name, text in lines() if (spoken, name) == (language, intent)]
