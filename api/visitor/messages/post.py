"""What comes with every message besides its content."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Post:
    """A message's envelope.

    Attributes:
        token: the session token.
        message_id: made by the client; the same id with the same content gets the same answer.
        language: language of the page.
        admit: raises when this request is over the limit of its network address (`Admission` of `visitor/services.py`).
        may_begin: a first message from a page: a token that was never used begins a conversation.
    """

    token: str
    message_id: UUID
    language: str
    admit: Callable[[], None]
    may_begin: bool = False
