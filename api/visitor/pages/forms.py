"""What a page's form brings, read once and believed in nothing: every field may be missing, doubled or forged."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from starlette.requests import Request

_MOST_FIELDS = 12


@dataclass(frozen=True)
class Asked:
    """A posted form.

    Attributes:
        token: the session token; may be anything.
        message_id: the page's id for its next message; a fresh one where it is missing or no UUID.
        text: what was typed.
        topic: the topic whose button was pressed, or "".
        only_show: the page is wanted again (another language), and nothing was said.
        in_full: every earlier turn is wanted in full.
        part: the script wants the new turns alone, not a whole page.
        seen: how many turns the script's page shows already.
        begun: the page shows a conversation already, so it cannot be a first message.
    """

    token: str
    message_id: UUID
    text: str
    topic: str
    only_show: bool
    in_full: bool
    part: bool
    seen: int
    begun: bool


async def read(request: Request) -> Asked:
    """Read the form of a request."""
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
        fields = {name: value for name, value in form.items() if isinstance(value, str)}
    return Asked(
        token=fields.get("token", ""),
        message_id=_id(fields.get("id", "")),
        text=fields.get("text", ""),
        topic=fields.get("topic", ""),
        only_show=fields.get("do") in {"show", "show-all"},
        in_full=fields.get("do") == "show-all",
        part=fields.get("part") == "turns",
        seen=_count(fields.get("seen", "")),
        begun=fields.get("begun") == "yes",
    )


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
