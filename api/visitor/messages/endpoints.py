"""`POST /api/messages`: the JSON interface to the service that also answers the pages' forms."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from api.errors import RequestInvalid
from api.visitor.errors_described import described
from api.visitor.messages.post import Post
from api.visitor.messages.schemas import MessageAnswer
from api.visitor.services import Admission, TheServices, Token

router = APIRouter(prefix="/api", tags=["messages"])
_ERRORS = described(401, 409, 410, 413, 422, 429, 503)


class MessageSent(BaseModel):
    """What a visitor says: words, or a topic chosen from those that were offered."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[UUID, Field(description="Made by the client. Sending the same message again gives the same answer.")]
    language: Annotated[str, Field(max_length=20, description="Language of the page, `fi` or `en`.")]
    text: Annotated[str | None, Field(description="At most 2,000 characters, in any language.")] = None
    topic: Annotated[str | None, Field(max_length=100, description="Id of a topic, instead of words.")] = None


@router.post("/messages", response_model=MessageAnswer, responses=_ERRORS, summary="Say something")
async def post_message(
    sent: MessageSent, token: Token, services: TheServices, admission: Admission, request: Request
) -> MessageAnswer:
    """Say something and get the answer.

    Words of danger are answered before anything else: `replies` then starts with a reply of kind `danger`, and an
    error's body carries it too. When the dialogue does not answer in time, a `notice` with numbers to call stands in
    its place.
    """
    request.state.language = sent.language
    post = Post(token, sent.id, sent.language, admission)
    if sent.text is not None and sent.topic is None:
        return await services.messages.answer(post, sent.text)
    if sent.topic is not None and sent.text is None:
        return await services.messages.choose(post, sent.topic)
    raise RequestInvalid
