"""The word lists of `cues.yml` as parts of regular expressions: the finders stay short, and the words can be read."""

import re
from pathlib import Path

import yaml

# The base loader keeps "no" and "on" as words, and makes no objects.
_FILE = Path(__file__).with_name("cues.yml")
_LISTS: dict[str, list[str]] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def words(name: str) -> frozenset[str]:
    """The words of a list, for a look-up."""
    return frozenset(_LISTS[name])


def any_of(name: str) -> str:
    """A group that matches any word of a list, the longest first."""
    longest_first = sorted(_LISTS[name], key=len, reverse=True)
    return f"(?:{'|'.join(map(_as_pattern, longest_first))})"


def _as_pattern(word: str) -> str:
    pattern = re.escape(word.removesuffix("*")).replace(r"\ ", r"\s")
    return pattern + r"\w*" if word.endswith("*") else pattern
