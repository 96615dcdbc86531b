"""YAML that remembers its lines and never guesses a type.

An editor's mistake has to be named with its line, which `yaml.safe_load` forgets. And YAML's guesses harm here: `no`
becomes false, a phone number that starts with 0 becomes an octal number. So every value stays the text that was written
(PyYAML's `CBaseLoader`), and the schema decides what it means.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]

_MOST_LEVELS = 20
_BEGINS_WITH_BRACE = re.compile(r"\s*(- )?[\w-]+:\s+\{[\w:./-]+\}")
_BRACE = ("A text begins with a brace.", 'Put the whole text in double quotes: "{…} …".')
_KNOWN_MISTAKES = {
    "mapping values are not allowed": (
        "A colon followed by a space stands inside a text without quotes.",
        'Put the whole text in double quotes: "…".',
    ),
    "cannot start any token": (
        "A text begins with a character that has a meaning of its own here (a tab, @, % or `).",
        "Indent with spaces, not with tabs, and put the text in double quotes.",
    ),
    "unexpected end of stream": (
        "A quotation mark is opened and never closed.",
        "Close the text with the same mark that opens it.",
    ),
    "found another document": (
        "A line of three dashes stands in the middle of the fields.",
        "Take the line away.",
    ),
    "did not find expected": (
        "The text goes on after its closing quotation mark, or a line is indented differently from its neighbours.",
        "Look at this line and the one above: same indentation, and quotation marks only at both ends of a text.",
    ),
    "unknown escape character": (
        "A backslash in a text in double quotes.",
        "Take the backslash away, or use single quotes.",
    ),
}


class YamlBroken(Exception):
    """The text cannot be read as YAML; says the line, why, and what to do."""

    def __init__(self, line: int, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.line, self.reason, self.remedy = line, reason, remedy


@dataclass(frozen=True)
class Located:
    """A YAML text's values, all of them strings, lists or mappings, and the line of each."""

    value: Tree
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def parse(text: str, first_line: int = 1) -> Located:
    """Read one YAML text.

    Args:
        text: the YAML.
        first_line: the line of the file at which `text` begins.

    Raises:
        YamlBroken: not readable, a field twice, an alias (`*name`), or nested too deeply.
    """
    try:
        _refuse_tricks(text, first_line)
        root = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        raise _in_plain_words(error, text, first_line) from error
    except yaml.YAMLError as error:
        raise YamlBroken(first_line, "The text holds a character that cannot be shown.", "Retype the line.") from error
    lines: dict[Path, int] = {(): first_line}
    value = _value(root, (), lines, first_line) if root is not None else {}
    return Located(value, lines)


def _refuse_tricks(text: str, first_line: int) -> None:
    """Refuse aliases and deep nesting, with which a small file could fill the memory."""
    level = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        level += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            reason = f"The star before '{event.anchor}' would repeat another part of the file."
            raise YamlBroken(line, reason, "Put the text in double quotes, or write the part again.")
        if level > _MOST_LEVELS:
            raise YamlBroken(line, "There are too many levels inside each other.", "Take brackets or indentation away.")


def _in_plain_words(error: yaml.MarkedYAMLError, text: str, first_line: int) -> YamlBroken:
    said = f"{error.context} {error.problem}"
    at_start = "unexpected end of stream" in said and error.context_mark
    mark = error.context_mark if at_start else error.problem_mark or error.context_mark
    number = mark.line if mark else 0
    written = text.splitlines()[number] if number < len(text.splitlines()) else ""
    if _BEGINS_WITH_BRACE.match(written):
        return YamlBroken(first_line + number, *_BRACE)
    for words, (reason, remedy) in _KNOWN_MISTAKES.items():
        if words in said:
            return YamlBroken(first_line + number, reason, remedy)
    reason = f"The layout cannot be read: {error.problem}."
    return YamlBroken(first_line + number, reason, "Compare this line with a file that works.")


def _value(node: Node, path: Path, lines: dict[Path, int], first_line: int) -> Tree:
    lines.setdefault(path, first_line + node.start_mark.line)
    if isinstance(node, ScalarNode):
        return str(node.value)
    if isinstance(node, SequenceNode):
        return [_value(child, (*path, number), lines, first_line) for number, child in enumerate(node.value)]
    return _mapping(node, path, lines, first_line)


def _mapping(node: Node, path: Path, lines: dict[Path, int], first_line: int) -> dict[str, Tree]:
    assert isinstance(node, MappingNode)  # noqa: S101 -- YAML knows three kinds of nodes
    found: dict[str, Tree] = {}
    for key, child in node.value:
        line = first_line + key.start_mark.line
        if not isinstance(key, ScalarNode):
            raise YamlBroken(line, *_BRACE)
        if key.value in found:
            raise YamlBroken(line, f"The field '{key.value}' stands here a second time.", "Keep one of the two.")
        lines[*path, key.value] = line
        found[key.value] = _value(child, (*path, key.value), lines, first_line)
    return found
