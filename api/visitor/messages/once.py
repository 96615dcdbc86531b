"""Every message is answered once, however often it is sent: retries, reloads and second tabs get the same answer.

A message is claimed in the store before it is answered. Who finds it claimed waits for the answer; a claim whose holder
died runs out, and the next one who asks answers.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from api.conversations.errors import (
    AnswerPending,
    ConversationDeleted,
    ConversationExpired,
    ConversationUnknown,
)
from api.conversations.service import Conversation, Conversations, Message
from api.conversations.turns import Turn
from api.errors import LyhtyError, StorageUnavailable
from api.visitor.messages.post import Post
from api.visitor.messages.schemas import MessageAnswer
from api.visitor.presentation import Presentation

Decide = Callable[[Conversation], Awaitable[tuple[Turn, Turn]]]
"""Decides about a message: the visitor's turn and Lyhty's."""

_WAIT_SECONDS = 4.5
_WAIT_SECONDS_IN_DANGER = 1.5
_LONGEST_PAUSE = 0.25


class Once:
    """Answers each message once.

    Args:
        conversations: where they are kept.
        presentation: shows what was decided.
        admit_new: raises when no more conversations may begin now.
        forget: tells the dialogue to forget a sender whose conversation went away meanwhile.
    """

    def __init__(
        self,
        conversations: Conversations,
        presentation: Presentation,
        admit_new: Callable[[], None],
        forget: Callable[[str], None],
    ) -> None:
        self._conversations = conversations
        self._presentation = presentation
        self._admit_new = admit_new
        self._forget = forget

    async def answer(self, post: Post, content: tuple[str, str], decide: Decide, *, in_danger: bool) -> MessageAnswer:
        """The answer to a message: the one that was given before, or the one that `decide` makes now."""
        conversation = await self._opened(post)
        message = self._conversations.message(conversation, post.message_id, *content)
        for pause in _pauses(_WAIT_SECONDS_IN_DANGER if in_danger else _WAIT_SECONDS):
            claimed = await self._conversations.claim(conversation, message)
            if isinstance(claimed, list) and claimed:
                return self._shown(conversation, claimed, post.language)
            if claimed is True:
                turns = await self._decided(conversation, message, decide)
                if await self._kept(conversation, message, turns, post.language):
                    return self._shown(conversation, turns, post.language)
            await asyncio.sleep(pause)
        raise AnswerPending(retry_after=5)

    async def _opened(self, post: Post) -> Conversation:
        try:
            return await self._conversations.open(post.token)
        except ConversationUnknown:
            if not post.may_begin:
                raise
        self._admit_new()
        return await self._conversations.begin(post.token, post.language)

    async def _decided(self, conversation: Conversation, message: Message, decide: Decide) -> list[Turn]:
        try:
            return list(await decide(conversation))
        except Exception:
            await self._released(conversation, message)
            raise

    async def _released(self, conversation: Conversation, message: Message) -> None:
        try:
            await self._conversations.release(conversation, message)
        except LyhtyError:
            return  # the claim runs out by itself

    async def _kept(self, conversation: Conversation, message: Message, turns: list[Turn], language: str) -> bool:
        try:
            return await self._conversations.complete(conversation, message, language, turns)
        except (ConversationDeleted, ConversationExpired, ConversationUnknown):
            self._forget(conversation.sender)
            raise
        except StorageUnavailable as error:
            raise error.saying(*self._shown(conversation, turns, language).replies) from None

    def _shown(self, conversation: Conversation, turns: list[Turn], language: str) -> MessageAnswer:
        visitor, lyhty = turns
        replies = self._presentation.show(lyhty.decisions, language)
        return MessageAnswer(state=conversation.state, replies=replies, masked=list(visitor.masked))


def _pauses(seconds: float) -> Iterator[float]:
    """Pauses that grow, and that together take `seconds`."""
    pause = 0.02
    while seconds > 0:
        yield pause
        seconds -= pause
        pause = min(pause * 1.5, _LONGEST_PAUSE)
