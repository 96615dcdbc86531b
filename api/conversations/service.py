"""Conversations as the rest of the gateway knows them: opened with a token, read, answered once, removed.

The server keeps no key: each call opens the conversation with the token that came with the request.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from api.clock import Clock
from api.conversations.errors import ConversationDeleted, ConversationExpired, ConversationUnknown
from api.conversations.sealing import Purpose, SealBroken, new_key, seal, trace, unseal, wrapping_key
from api.conversations.store import ConversationStore
from api.conversations.tokens import TokenMalformed, lookup_of, token_bytes
from api.conversations.turns import Turn


@dataclass(frozen=True)
class Conversation:
    """An opened conversation. Lives no longer than the request that opened it.

    Attributes:
        lookup: where it lies in the store.
        key: its key; never kept, logged or sent.
        sender: the random name under which the dialogue model knows it.
        expires_in: seconds until it disappears if nothing more is asked.
    """

    lookup: str
    key: bytes
    sender: str
    language: str
    state: str
    expires_in: int


@dataclass(frozen=True)
class Message:
    """A message that may be answered once: traces of its id and content, and who is answering it."""

    id: str
    content: str
    owner: str


class Conversations:
    """The service of conversations. Raises the facts of `conversations/errors.py`, and StorageUnavailable."""

    def __init__(self, store: ConversationStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def begin(self, token: str, language: str) -> Conversation:
        """Begin a conversation under a token, or open the one that is there (two first posts at the same time)."""
        secret = _secret(token)
        key, sender = new_key(), secrets.token_urlsafe(16)
        await self._store.begin(
            lookup_of(secret),
            self._now(),
            seal(wrapping_key(secret), Purpose.KEY, key),
            seal(key, Purpose.SENDER, sender.encode()),
            seal(key, Purpose.LANGUAGE, language.encode()),
        )
        return await self.open(token)

    async def open(self, token: str) -> Conversation:
        """Open a conversation and keep it alive.

        Raises:
            ConversationUnknown, ConversationExpired, ConversationDeleted: it is not there, and why.
        """
        secret = _secret(token)
        lookup = lookup_of(secret)
        sealed = await self._store.open(lookup, self._now())
        try:
            key = unseal(wrapping_key(secret), Purpose.KEY, sealed.key)
            sender = unseal(key, Purpose.SENDER, sealed.sender).decode()
            language = unseal(key, Purpose.LANGUAGE, sealed.language).decode()
        except SealBroken:
            raise ConversationUnknown from None
        return Conversation(lookup, key, sender, language, sealed.state, sealed.expires_in // 1000)

    def message(self, conversation: Conversation, message_id: UUID, *content: str) -> Message:
        """A message of this conversation; the same id and content are known again as the same message."""
        key = conversation.key
        return Message(trace(key, "id", message_id.hex), trace(key, "content", *content), secrets.token_hex(8))

    async def claim(self, conversation: Conversation, message: Message) -> bool | list[Turn]:
        """Claim a message for answering.

        Returns:
            True when it is ours to answer, False while somebody else is answering it, or the turns that it led to
            (none, when the conversation has gone away this moment).

        Raises:
            MessageIdReused: the id belongs to another message.
            MessagesTooFast, ConversationFull: there are too many messages.
        """
        found = await self._store.claim(conversation.lookup, self._now(), message.id, message.content, message.owner)
        if found.first_turn is not None:
            return await self._read(conversation, found.first_turn, found.first_turn + 1)
        return not found.pending

    async def complete(
        self, conversation: Conversation, message: Message, language: str, turns: Sequence[Turn]
    ) -> bool:
        """Append the turns of an answered message; False when somebody else has taken its claim over meanwhile."""
        sealed_language = seal(conversation.key, Purpose.LANGUAGE, language.encode())
        sealed = [seal(conversation.key, Purpose.TURN, _written(turn)) for turn in turns]
        return await self._store.complete(
            conversation.lookup, self._now(), message.id, message.owner, sealed_language, sealed
        )

    async def release(self, conversation: Conversation, message: Message) -> None:
        """Give the claim back without an answer."""
        await self._store.release(conversation.lookup, self._now(), message.id, message.owner)

    async def turns(self, conversation: Conversation) -> list[Turn]:
        """The whole transcript, oldest first."""
        return await self._read(conversation, 0, -1)

    async def delete(self, token: str) -> str | None:
        """Remove a conversation at once, with the dialogue's tracker, and let the token stay dead.

        Returns:
            The sender whom the dialogue must forget, when the conversation was there.

        Raises:
            ConversationUnknown: there was nothing under this token. It is dead now all the same.
        """
        sender = await self._sender(token)
        tracker = None if sender is None else f"lyhty:tracker:{sender}"
        await self._store.delete(lookup_of(_secret(token)), self._now(), tracker)
        return sender

    async def _sender(self, token: str) -> str | None:
        try:
            return (await self.open(token)).sender
        except (ConversationUnknown, ConversationExpired, ConversationDeleted):
            return None

    async def _read(self, conversation: Conversation, first: int, last: int) -> list[Turn]:
        sealed = await self._store.turns(conversation.lookup, first, last)
        return [Turn.model_validate_json(unseal(conversation.key, Purpose.TURN, each)) for each in sealed]

    def _now(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _secret(token: str) -> bytes:
    try:
        return token_bytes(token)
    except TokenMalformed:
        raise ConversationUnknown from None


def _written(turn: Turn) -> bytes:
    return turn.model_dump_json(exclude_defaults=True).encode()
