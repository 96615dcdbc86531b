"""Turns what the schema found wrong into sentences for an editor, each with its line."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from content.located_yaml import Located, Path, Tree
from content.problems import Problem

Model = TypeVar("Model", bound=BaseModel)

_SHAPES = {
    "tuple_type": ("a list", "Write one line for each entry, beginning with '- ', or [] for none."),
    "string_type": ("a text", "Write one text, in double quotes."),
    "dict_type": ("several fields", "Write its fields below it, indented by two spaces."),
    "model_type": ("several fields", "Write its fields below it, indented by two spaces."),
}


def validate(model: type[Model], located: Located, file: str, path: Path = ()) -> tuple[Model | None, list[Problem]]:
    """Make a `model` of the values at `path`.

    Args:
        model: the pydantic model to make.
        located: the file's values and lines.
        file: the file's name, for the problems.
        path: where in the file the values stand.

    Returns:
        The model and no problems, or None and every problem.
    """
    value = _at(located.value, path)
    if not isinstance(value, dict):
        return None, [_wrong_shape(file, located.line(path), _name(path), "dict_type")]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(error, model, located, file, path))


def _at(value: Tree, path: Path) -> Tree:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def _problems(
    error: ValidationError, model: type[BaseModel], located: Located, file: str, path: Path
) -> Iterator[Problem]:
    for details in error.errors():
        where = (*path, *details["loc"])
        if details["type"] == "too_short" and details["input"]:
            continue  # the list is not empty, its entries are wrong: that is said already
        yield _in_plain_words(details, model, file, located.line(where), where)


def _in_plain_words(details: ErrorDetails, model: type[BaseModel], file: str, line: int, where: Path) -> Problem:
    name, kind = _name(where), details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    if kind == "missing":
        return Problem(file, line, f"The field '{name}' is missing.", "Add it. A file that works shows how.")
    if kind == "extra_forbidden":
        return Problem(file, line, f"There is no field called '{name}'.", _closest(name, model))
    if kind == "literal_error":
        remedy = f"Write one of: {context['expected']}."
        return Problem(file, line, f"The field '{name}' cannot be '{details['input']}'.", remedy)
    if kind == "too_short":
        return Problem(file, line, f"The list '{name}' is empty.", "Add at least one entry.")
    if kind in _SHAPES:
        return _wrong_shape(file, line, name, kind)
    remedy = context.get("remedy", "Compare it with a file that works.")
    return Problem(file, line, f"The field '{name}': {context.get('reason', details['msg'])}", remedy)


def _wrong_shape(file: str, line: int, name: str, kind: str) -> Problem:
    shape, remedy = _SHAPES[kind]
    return Problem(file, line, f"The field '{name}' should be {shape}.", remedy)


def _name(where: Path) -> str:
    """The field's name for an editor: the last word, and of list entries the number counted from 1."""
    words = [f"{step + 1}" if isinstance(step, int) else step for step in where]
    return " ".join(words[-2:]) if where and isinstance(where[-1], int) else (words or ["the file"])[-1]


def _closest(name: str, model: type[BaseModel]) -> str:
    fields = list(model.model_fields)
    near = get_close_matches(name, fields, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"Take it away. The fields are: {', '.join(fields)}."
