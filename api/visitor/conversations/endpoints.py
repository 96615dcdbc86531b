"""Beginning, reading and removing a conversation through the JSON interface."""

from fastapi import APIRouter, Request, Response, status

from api.visitor.conversations.schemas import ConversationBegun, ConversationWanted
from api.visitor.errors_described import described
from api.visitor.messages.schemas import ConversationShown
from api.visitor.services import Admission, TheServices, Token

router = APIRouter(prefix="/api", tags=["conversations"])


@router.post(
    "/conversations",
    status_code=status.HTTP_201_CREATED,
    responses=described(413, 422, 429, 503),
    summary="Begin a conversation",
)
async def begin_conversation(
    wanted: ConversationWanted, services: TheServices, admission: Admission, request: Request
) -> ConversationBegun:
    """Begin a conversation. The token is the only way to it, and the server does not keep it."""
    request.state.language = wanted.language
    admission()
    return await services.conversations.begin(wanted.language)


@router.get("/conversation", responses=described(401, 410, 429, 503), summary="Read the conversation")
async def read_conversation(token: Token, services: TheServices, admission: Admission) -> ConversationShown:
    """The transcript, with personal data masked. Reading keeps the conversation alive."""
    admission()
    return await services.conversations.show(token)


@router.delete(
    "/conversation",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=described(401, 429, 503),
    summary="Remove the conversation",
)
async def delete_conversation(token: Token, services: TheServices, admission: Admission) -> None:
    """Remove everything at once. The token stays dead; removing again does no harm."""
    admission()
    await services.conversations.delete(token)
