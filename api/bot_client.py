"""The one file that talks to Rasa: a bounded question with a bounded wait, whose answer is believed only in the agreed
form.

The contract is that of `bot/channel.py`. Rasa gets masked text and a random sender, and gives names of answers, never
words.
"""

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Literal

import httpx
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from api.availability import Availability
from api.conversations.turns import Decision
from content.schema import DangerKind

_MAX_ANSWER_BYTES = 64 * 1024
_AT_ONCE = 16
_FORGET_SECONDS = 5.0
_HEALTH_SECONDS = 1.0
_LONGEST_SECONDS = 10.0  # for one step of a call; the caller's own limit is shorter
# Rasa takes "/name" for a chosen intent. Typed words are only words, also with the slashes of other keyboards.
_LEADING_SLASHES = re.compile(r"^[\s\u200b-\u200f\u2060\ufeff/／⁄∕⧸╱⟋]+")


class BotUnavailable(Exception):
    """Rasa did not give a usable answer in time. Carries nothing of the question.

    Attributes:
        danger: the kind of danger that was sensed before the dialogue failed, if it came that far.
    """

    def __init__(self, danger: DangerKind | None = None) -> None:
        super().__init__()
        self.danger = danger


@dataclass(frozen=True)
class BotAnswer:
    """What Rasa said: which answers to give, and the kind of danger that it sensed in the words, if any."""

    decisions: tuple[Decision, ...]
    danger: DangerKind | None = None


class _Answer(BaseModel):
    kind: Literal["answer"]
    topic: str
    suggestions: tuple[str, ...] = ()


class _Unsure(BaseModel):
    kind: Literal["unsure", "out_of_scope"]
    suggestions: tuple[str, ...] = ()
    again: bool = False


class _SmallTalk(BaseModel):
    kind: Literal["small_talk"]
    small_talk: str


class _Human(BaseModel):
    kind: Literal["human"]


class _Command(BaseModel):
    kind: Literal["command"]
    command: Literal["delete", "repeat", "language", "simpler", "slower"]


class _Refused(BaseModel):
    kind: Literal["refused"]
    refused: Literal["harm"]


_AnyDecision = _Answer | _Unsure | _SmallTalk | _Human | _Command | _Refused


class _Said(BaseModel):
    decisions: list[Annotated[_AnyDecision, Field(discriminator="kind")]] = Field(min_length=1, max_length=5)
    danger: DangerKind | None = None


class _Failed(BaseModel):
    danger: DangerKind | None = None


_SAID = TypeAdapter(_Said)


class _TurnFailed(httpx.HTTPStatusError):
    danger: DangerKind | None = None


def _failure(answer: httpx.Response, body: bytes) -> _TurnFailed:
    failed = _TurnFailed("Rasa answered with an error.", request=answer.request, response=answer)
    with suppress(ValidationError):
        failed.danger = _Failed.model_validate_json(body).danger
    return failed


class BotClient:
    """Asks the dialogue model which answer to give.

    Args:
        url: where Rasa listens, e.g. "http://127.0.0.1:5005".
    """

    def __init__(self, url: str) -> None:
        limits = httpx.Limits(max_connections=_AT_ONCE + 4, max_keepalive_connections=_AT_ONCE)
        self._client = httpx.AsyncClient(base_url=url, trust_env=False, limits=limits, timeout=_LONGEST_SECONDS)
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._availability = Availability("bot_client", "rasa")
        self._forgetting: set[asyncio.Task[None]] = set()

    async def decide(self, sender: str, masked_text: str, language: str, *, within: float) -> BotAnswer:
        """Ask which answers to give.

        Args:
            sender: random name of the conversation.
            masked_text: the visitor's words without personal data.
            language: the language that the page is in.
            within: seconds in all, waiting for a free place included.

        Raises:
            BotUnavailable: no usable answer within that time.
        """
        question = {"sender": sender, "message": _disarmed(masked_text), "metadata": {"language": language}}
        try:
            async with asyncio.timeout(within), self._slots:
                said = _SAID.validate_json(await self._post("/webhooks/lyhty/messages", question))
        except (TimeoutError, httpx.HTTPError, ValidationError) as error:
            self._availability.seen_down(error)
            raise BotUnavailable(getattr(error, "danger", None)) from None
        self._availability.seen_up()
        return BotAnswer(tuple(map(_decision, said.decisions)), said.danger)

    async def sense_danger(self, masked_text: str, *, within: float) -> DangerKind | None:
        """The kind of danger in words that are not for the dialogue (somebody waits for an advisor, or talks to one).

        Nothing is remembered of it. None also when Rasa does not answer in time: the matcher stands alone then.
        """
        try:
            async with asyncio.timeout(within), self._slots:
                body = await self._post("/webhooks/lyhty/danger", {"message": _disarmed(masked_text)})
                return _Failed.model_validate_json(body).danger
        except (TimeoutError, httpx.HTTPError, ValidationError) as error:
            self._availability.seen_down(error)
            return None

    def forget_soon(self, sender: str) -> None:
        """Let Rasa forget a conversation, without letting the visitor wait for it.

        The stored tracker is removed in Valkey directly; this reaches what Rasa itself may still hold.
        """
        task = asyncio.create_task(self._forget(sender))
        self._forgetting.add(task)
        task.add_done_callback(self._forgetting.discard)

    async def is_up(self) -> bool:
        """Whether Rasa's channel answers."""
        try:
            answer = await self._client.get("/webhooks/lyhty/", timeout=_HEALTH_SECONDS)
        except httpx.HTTPError:
            return False
        return answer.status_code == httpx.codes.OK

    async def close(self) -> None:
        """Finish what is still to be forgotten, and close the connections."""
        if self._forgetting:
            await asyncio.wait(self._forgetting, timeout=_FORGET_SECONDS)
        await self._client.aclose()

    async def _post(self, path: str, question: object) -> bytes:
        async with self._client.stream("POST", path, json=question) as answer:
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > _MAX_ANSWER_BYTES:
                    raise httpx.DecodingError("The answer is too long.")
            if answer.is_error:
                raise _failure(answer, body)
            return body

    async def _forget(self, sender: str) -> None:
        try:
            answer = await self._client.delete(f"/webhooks/lyhty/conversations/{sender}", timeout=_FORGET_SECONDS)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            self._availability.seen_down(error)


def _disarmed(text: str) -> str:
    return _LEADING_SLASHES.sub("", text) or "-"


def _decision(said: _AnyDecision) -> Decision:
    if isinstance(said, _Command):
        return Decision(kind="notice", card=said.command)
    if isinstance(said, _Refused):
        return Decision(kind="notice", card=f"no-help-for-{said.refused}")
    return Decision(**said.model_dump())
