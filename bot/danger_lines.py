"""Reads the lines from which danger is learnt: danger/<language>.yml, a list of lines for each kind."""

from pathlib import Path

import yaml

from bot.understanding import DangerExample

DANGER = "danger"
"""Under this name a message carries its kind of danger through Rasa's graph."""


def danger_lines(folder: Path) -> list[DangerExample]:
    """All lines of a folder, in a fixed order.

    Args:
        folder: holds a file for each language.
    """
    found = set()
    for path in folder.glob("*.yml"):
        for kind, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            found |= {DangerExample(line, kind, path.stem) for line in lines}
    return sorted(found, key=lambda line: (line.kind, line.language, line.text))
