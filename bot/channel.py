"""The bot's one door: messages in, decisions out, over loopback.

Rasa's REST channel logs the text when anything fails, or when the caller hangs up. This one finishes a turn whoever
listens, gives up after a fixed time, and tells of a failure nothing but its name.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, json
from valkey.exceptions import ValkeyError

from bot.action_server import ActionsUnavailable
from bot.danger_lines import DANGER
from bot.decisions import Decision
from bot.stores.tracker_store import ConversationDeleted
from bot.turn import ModelMissing, decide, understand
from process.logs import trouble

TURN_SECONDS = 4.0  # within the gateway's patience, and within a lock's life (stores/lock_store.py)
LONGEST_MESSAGE = 4000  # characters; the gateway allows fewer
_SENDER = re.compile(r"[A-Za-z0-9_-]{16,64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_FAILURES: dict[type[BaseException], tuple[int, str]] = {
    ActionsUnavailable: (503, "ActionsUnavailable"),
    ConversationDeleted: (410, "ConversationDeleted"),
    ModelMissing: (503, "ModelMissing"),
    TimeoutError: (503, "TurnTooSlow"),
    ValkeyError: (503, "StorageUnavailable"),
}


class MessageInvalid(ValueError):
    """The body is not a message of the form that the gateway sends."""


@dataclass(frozen=True)
class _Message:
    sender: str
    text: str
    language: str


class LyhtyChannel(InputChannel):
    """Rasa's input channel for the gateway."""

    @classmethod
    def name(cls) -> str:
        """Its name, and the last part of its address: /webhooks/lyhty."""
        return "lyhty"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes. `on_new_message` is not used: it would take the text into the dialogue (see turn.py)."""
        routes = Blueprint("lyhty")
        routes.add_route(health, "/", methods=["GET"])
        routes.add_route(messages, "/messages", methods=["POST"])
        routes.add_route(danger, "/danger", methods=["POST"])
        routes.add_route(forget, "/conversations/<sender:str>", methods=["DELETE"])
        return routes


async def health(request: Request) -> HTTPResponse:
    """Answers once the model is loaded, since Rasa opens its port only then."""
    return json({"status": "ok"})


async def messages(request: Request) -> HTTPResponse:
    """Decide what answers a message: 200 with decisions, or an error's name."""
    try:
        message = _message_in(request)
    except MessageInvalid:
        return json({"error": "MessageInvalid"}, status=400)
    # A task of its own: when the caller hangs up, Sanic cancels this function, and the turn must still end well.
    turn = asyncio.create_task(_answer(request.app, message))
    return await asyncio.shield(turn)


async def danger(request: Request) -> HTTPResponse:
    """The kind of danger that a message speaks of, or null. Nothing is remembered: it serves every state of a chat."""
    try:
        text = request.json["message"]
        if not isinstance(text, str) or len(text) > LONGEST_MESSAGE:
            raise MessageInvalid
        meaning = await asyncio.wait_for(understand(request.app.ctx.agent, text, ""), TURN_SECONDS)
    except (MessageInvalid, KeyError, TypeError, ValueError):
        return json({"error": "MessageInvalid"}, status=400)
    except Exception as error:
        return _failure(error)
    return json({DANGER: meaning[DANGER]})


async def forget(request: Request, sender: str) -> HTTPResponse:
    """Delete what is remembered of a conversation: 204, also when there was nothing."""
    if not _SENDER.fullmatch(sender):
        return json({"error": "MessageInvalid"}, status=400)
    try:
        await request.app.ctx.agent.tracker_store.delete(sender)
    except Exception as error:
        return _failure(error)
    return empty(204)


async def _answer(app: Sanic, message: _Message) -> HTTPResponse:
    found: str | None = None
    try:
        async with asyncio.timeout(TURN_SECONDS):
            meaning = await understand(app.ctx.agent, message.text, message.language)
            found = meaning[DANGER]
            decisions: list[Decision] = await decide(app.ctx.agent, message.sender, meaning)
    except Exception as error:
        return _failure(error, found)
    return json({"decisions": decisions, DANGER: found})


def _failure(error: Exception, in_danger: str | None = None) -> HTTPResponse:
    found = next((answer for kind, answer in _FAILURES.items() if isinstance(error, kind)), None)
    status, name = found or (500, "TurnFailed")
    trouble("channel", "turn_failed", error=type(error).__name__.lower()[:40], status=status)
    return json({"error": name, **({DANGER: in_danger} if in_danger else {})}, status=status)


def _message_in(request: Request) -> _Message:
    try:
        body = request.json
        message = _Message(body["sender"], body["message"], body["metadata"]["language"])
    except Exception:
        raise MessageInvalid from None
    valid = (
        isinstance(message.sender, str)
        and isinstance(message.text, str)
        and isinstance(message.language, str)
        and _SENDER.fullmatch(message.sender)
        and len(message.text) <= LONGEST_MESSAGE
        and _LANGUAGE.fullmatch(message.language)
    )
    if not valid:
        raise MessageInvalid
    return message
