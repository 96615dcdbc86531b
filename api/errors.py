"""What can go wrong, as facts: each has a status, a name, and a sentence in the content library for the visitor.

An error never carries what was typed. It may carry replies that must be given all the same: somebody who wrote words of
danger gets what to do in danger, whatever else failed (promise P6).
"""

import re
from typing import ClassVar, Self

from pydantic import BaseModel


class LyhtyError(Exception):
    """Base of all that is told to a person.

    Attributes:
        status: HTTP status code.
        retry_after: seconds after which trying again makes sense, if that is known.
        values: numbers that the sentence mentions.
        replies: what is said all the same (models of `api/visitor/messages/schemas.py`).
    """

    status: ClassVar[int] = 500

    def __init__(self, *, retry_after: int | None = None, **values: int) -> None:
        super().__init__()
        self.retry_after = retry_after
        self.values = values
        self.replies: tuple[BaseModel, ...] = ()

    @property
    def name(self) -> str:
        """The fact, as the JSON interface names it."""
        return type(self).__name__

    @classmethod
    def key(cls) -> str:
        """Key of the sentence in `interface.yml`: `ConversationExpired` is `error.conversation-expired`."""
        return "error." + re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def saying(self, *replies: BaseModel) -> Self:
        """The same error, with replies that are given all the same, before those it already has."""
        self.replies = (*replies, *self.replies)
        return self


class RequestInvalid(LyhtyError):
    """The request has not the form that the interface asks for. Never says what stood in it."""

    status = 422


class NotFound(LyhtyError):
    """There is no such page."""

    status = 404


class MethodNotAllowed(LyhtyError):
    """The page exists, but not for this method."""

    status = 405


class LanguageUnknown(LyhtyError):
    """The language code is none that Lyhty speaks."""

    status = 422


class StorageUnavailable(LyhtyError):
    """Valkey does not answer: nothing can be remembered now."""

    status = 503


class UnexpectedFailure(LyhtyError):
    """A fault in Lyhty itself."""

    status = 500
