"""Names that people go by in messaging services: @name, or a name beside the service's own."""

import re
from collections.abc import Iterator

from api.visitor.privacy.cues import any_of, words
from api.visitor.privacy.reading import Found

_AT = re.compile(r"(?<![\w@.])@[A-Za-z0-9_][\w.]{1,30}\w")
_SERVICE = rf"\b{any_of('messenger')}(?:issä|issa|assa|ssa|ssä|asta|ista|ini|in)?\b"
_LINK = r"(?:(?:on|is|olen|oon|löytyy|my|mun|i am|i'm|his|her|hänen|sen|me|as|by|at)\s+){0,2}"
# "telegram id is maria", "snap: maria"
_SAID = re.compile(
    rf"{_SERVICE}[\s:,-]*{_LINK}(?:{any_of('account')}\b\s*(?:is|on|=|:)?|:|=)\s*(?P<name>@?[A-Za-z0-9_][\w.-]{{2,30}})",
    re.IGNORECASE,
)
# "find me on insta maria_77": "whatsapp is free" must not count, so the name has to hold a digit, a dot or a line.
_LIKELY = re.compile(
    rf"{_SERVICE}\s+{_LINK}(?P<name>(?=[A-Za-z]*[0-9_.][A-Za-z0-9_.]*)[A-Za-z][A-Za-z0-9_.]{{2,30}}[A-Za-z0-9_])",
    re.IGNORECASE,
)
_NO_HANDLE = words("no_handle")


def find_handles(text: str) -> Iterator[Found]:
    """Handles with @, and names that follow the name of a messaging service."""
    for at in _AT.finditer(text):
        yield Found("handle", *at.span())
    for pattern in (_SAID, _LIKELY):
        for said in pattern.finditer(text):
            if said["name"].lower() not in _NO_HANDLE:
                yield Found("handle", *said.span("name"))
