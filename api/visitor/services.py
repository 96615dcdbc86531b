"""What endpoints need, as types whose names read like a sentence in their signatures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from api.bot_client import BotClient
from api.conversations.store import ConversationStore
from api.settings import Settings
from api.visitor.conversations.service import VisitorConversations
from api.visitor.limits.networks import network_of
from api.visitor.limits.windows import NetworkLimit
from api.visitor.messages.service import Messages
from api.visitor.presentation import Presentation

_BEARER = HTTPBearer(
    scheme_name="token", description="The token of the conversation, from `POST /api/conversations`.", auto_error=False
)


@dataclass(frozen=True)
class Services:
    """The visitor's application's services, made by `create_app`; endpoints find them at
    `request.app.state.services`.
    """

    settings: Settings
    messages: Messages
    conversations: VisitorConversations
    presentation: Presentation
    network_limit: NetworkLimit | None
    store: ConversationStore
    bot: BotClient


def _services(request: Request) -> Services:
    found = request.app.state.services
    assert isinstance(found, Services)  # noqa: S101
    return found


def _admit(request: Request) -> Callable[[], None]:
    services = _services(request)
    limit = services.network_limit
    if limit is None:
        return lambda: None
    network = network_of(request.scope, services.settings.trusted_proxies)
    return lambda: limit.admit(network)


def _token(given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> str:
    return given.credentials if given is not None else ""


TheServices = Annotated[Services, Depends(_services)]
Admission = Annotated[Callable[[], None], Depends(_admit)]
"""Call it: it raises when the request's network is over its limit. Messages take it along, so that danger goes
first.
"""
Token = Annotated[str, Depends(_token)]
"""The session token, or "": the services refuse that as any other unknown token, but only after danger and limits."""
