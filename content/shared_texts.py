"""`{text:no-papers}`: a text that several answers share, written once, so that answers cannot drift apart.

The texts stand in `<language>/shared.yml`. They are put in when a file is read, so that every rule for answers holds
for them too. One line each: then the lines of an answer stay the lines of its file.
"""

import re
from collections.abc import Mapping

from content.located_yaml import Tree

_POINTER = re.compile(r"\{text:([a-z0-9-]+)\}")


def put_in(body: str, shared: Mapping[str, str]) -> str:
    """The text with each `{text:name}` replaced; one that has no text stays, and is found as leading nowhere.

    Args:
        body: an answer as it is written.
        shared: the language's shared texts by name.
    """
    return _POINTER.sub(lambda found: shared.get(found[1], found[0]), body)


def names_in(body: str) -> set[str]:
    """The names of the shared texts that an answer points at."""
    return set(_POINTER.findall(body))


def as_texts(value: Tree) -> dict[str, str]:
    """The file's texts by name, each as one line."""
    fields = value.items() if isinstance(value, dict) else ()
    return {name: " ".join(text.split()) for name, text in fields if isinstance(text, str)}
