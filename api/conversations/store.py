"""Where conversations lie in Valkey: names of keys, the scripts' arguments, and nothing that can be read without a
token.

Everything goes in and out sealed. All times are milliseconds since 1970 by the gateway's clock, and only of endings.
"""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import valkey.asyncio as valkey
from valkey.exceptions import OutOfMemoryError, ValkeyError

from api.availability import Availability
from api.conversations import scripts
from api.conversations.errors import (
    ConversationDeleted,
    ConversationExpired,
    ConversationFull,
    ConversationsFull,
    ConversationUnknown,
    MessageIdReused,
    MessagesTooFast,
)
from api.conversations.figures import MARK_STEP
from api.errors import StorageUnavailable

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Lives:
    """How long things live, in milliseconds, and how many there may be.

    Attributes:
        idle: a conversation in which nothing is asked.
        whole: any conversation.
        mark: the contentless mark of a token that was used.
        short_mark: the mark of a token that was deleted before it was used.
        claim: a message that is being answered; longer than answering can take.
        pace_window: the window in which `pace` messages are allowed (0: any number).
        messages: messages in one conversation.
    """

    idle: int
    whole: int
    mark: int
    short_mark: int
    claim: int
    pace_window: int
    pace: int
    messages: int


@dataclass(frozen=True)
class SealedConversation:
    """A conversation as the store has it; `expires_in` in milliseconds."""

    key: bytes
    sender: bytes
    language: bytes
    state: str
    expires_in: int


@dataclass(frozen=True)
class Claim:
    """What became of the wish to answer a message: it is ours (`first_turn` None, `pending` False), or it was
    answered.
    """

    pending: bool = False
    first_turn: int | None = None


class ConversationStore:
    """The one that talks to Valkey about conversations. Raises facts of `conversations/errors.py`, or
    StorageUnavailable.
    """

    def __init__(self, client: valkey.Valkey, lives: Lives) -> None:
        self._client = client
        self._lives = lives
        self._availability = Availability("conversations", "valkey")
        self._begin = client.register_script(scripts.BEGIN)
        self._open = client.register_script(scripts.OPEN)
        self._claim = client.register_script(scripts.CLAIM)
        self._complete = client.register_script(scripts.COMPLETE)
        self._release = client.register_script(scripts.RELEASE)
        self._delete = client.register_script(scripts.DELETE)

    async def begin(self, lookup: str, now: int, key: bytes, sender: bytes, language: bytes) -> bool:
        """Put a new conversation down; False when one lies there already.

        Raises:
            ConversationsFull: memory is full.
        """
        lives = self._lives
        try:
            found = await self._run(
                self._begin, lookup, now, lives.whole, _rounded_up(now, lives.mark), key, sender, language
            )
        except OutOfMemoryError:
            raise ConversationsFull from None
        return bool(found[0] == b"begun")

    async def open(self, lookup: str, now: int) -> SealedConversation:
        """Find a conversation, and keep it alive."""
        _, left, key, sender, language, state = await self._run(self._open, lookup, now)
        return SealedConversation(key, sender, language, state.decode(), int(left))

    async def claim(self, lookup: str, now: int, message: str, content: str, owner: str) -> Claim:
        """Claim a message for answering, if nobody has.

        Args:
            lookup, now: as everywhere.
            message, content: traces of the message's id and of what it says.
            owner: a random word (hexadecimal) for this attempt.
        """
        lives = self._lives
        found = await self._run(
            self._claim,
            lookup,
            now,
            message,
            content,
            lives.claim,
            owner,
            lives.pace,
            lives.pace_window,
            lives.messages,
        )
        return Claim(found[0] == b"pending", int(found[1]) if found[0] == b"answered" else None)

    async def complete(
        self, lookup: str, now: int, message: str, owner: str, language: bytes, turns: Sequence[bytes]
    ) -> bool:
        """Append the turns of an answered message; False when the claim is no longer the owner's."""
        found = await self._run(self._complete, lookup, now, message, owner, language, *turns)
        return bool(found[0] == b"answered")

    async def release(self, lookup: str, now: int, message: str, owner: str) -> None:
        """Give a claim back, so that a retry need not wait for its end."""
        await self._run(self._release, lookup, now, message, owner)

    async def turns(self, lookup: str, first: int = 0, last: int = -1) -> list[bytes]:
        """The sealed turns, from `first` to `last` inclusive."""
        listed = self._client.lrange(_keys(lookup)[1], first, last)
        return cast("list[bytes]", await self._reached(cast("Awaitable[list[bytes]]", listed)))

    async def delete(self, lookup: str, now: int, tracker: str | None = None) -> None:
        """Remove everything and leave the mark of a deleted token; also of one that was never used.

        Raises:
            ConversationUnknown: there was nothing; the mark is left all the same.
        """
        marks = [_rounded_up(now, life) for life in (self._lives.mark, self._lives.short_mark)]
        more = [tracker] if tracker else []
        found = await self._run(self._delete, lookup, now, *marks, more_keys=more, judge=False)
        if found[0] == b"unknown":
            raise ConversationUnknown

    async def is_up(self) -> bool:
        """Whether Valkey answers."""
        try:
            await self._reached(cast("Awaitable[bool]", self._client.ping()))
        except StorageUnavailable:
            return False
        return True

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _run(
        self, script: Any, lookup: str, now: int, *arguments: Any, more_keys: Sequence[str] = (), judge: bool = True
    ) -> list[Any]:
        keys = [*_keys(lookup), *more_keys]
        found: list[Any] = await self._reached(script(keys=keys, args=[now, self._lives.idle, *arguments]))
        if judge:
            _raise_what_is_wrong(found)
        return found

    async def _reached(self, command: Awaitable[_Answer]) -> _Answer:
        try:
            answer = await command
        except OutOfMemoryError:
            raise
        except (ValkeyError, OSError) as error:
            self._availability.seen_down(error)
            raise StorageUnavailable from None
        self._availability.seen_up()
        return answer


def _rounded_up(now: int, life: int) -> int:
    """A mark's life, until the next full quarter of an hour: its end must not tell when it was set."""
    return -(-(now + life) // MARK_STEP) * MARK_STEP - now


def _keys(lookup: str) -> list[str]:
    return [f"lyhty:{part}:{lookup}" for part in ("conversation", "turns", "messages", "pace", "token")]


_WRONG = {
    b"unknown": ConversationUnknown,
    b"expired": ConversationExpired,
    b"deleted": ConversationDeleted,
    b"full": ConversationFull,
    b"reused": MessageIdReused,
}


def _raise_what_is_wrong(found: list[Any]) -> None:
    if found[0] == b"fast":
        raise MessagesTooFast(retry_after=-(-int(found[1]) // 1000))
    if found[0] in _WRONG:
        raise _WRONG[found[0]]
