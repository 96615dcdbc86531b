"""Errors as the OpenAPI document describes them: one form for all."""

from typing import Any

from pydantic import BaseModel, Field

from api.visitor.messages.schemas import Reply


class ErrorShown(BaseModel):
    """What went wrong, and what to do."""

    error: str = Field(description="The fact, e.g. `ConversationExpired`.")
    detail: str = Field(description="A sentence for the visitor, in the visitor's language.")
    replies: list[Reply] = Field(
        default=[], description="What must be shown all the same: what to do in danger, numbers to call."
    )


_MEANINGS = {
    401: "No conversation is known under this token.",
    403: "The request came from another site.",
    408: "The request took too long to arrive.",
    409: "The message's id belongs to another message, or the conversation is full.",
    410: "The conversation has expired or was deleted.",
    413: "The request is too large.",
    422: "The request cannot be taken as it is.",
    429: "Too much at a time; `Retry-After` says how many seconds to wait.",
    503: "A part of Lyhty does not answer; `replies` holds what can be said all the same.",
}


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of an endpoint, which may also answer with these statuses."""
    return {status: {"model": ErrorShown, "description": _MEANINGS[status]} for status in (*statuses, 403, 408)}
