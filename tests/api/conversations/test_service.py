"""A conversation lives exactly as long as promised, opens for its token only, and stays dead once it is deleted."""

from uuid import uuid4

import pytest

from api.conversations.errors import (
    ConversationDeleted,
    ConversationExpired,
    ConversationUnknown,
)
from api.conversations.service import Conversations
from api.conversations.tokens import new_token
from api.conversations.turns import Decision, Turn
from tests.api.clocks import StandingClock

SAID = Turn(by="visitor", text="mun passi on viety", masked=("phone",))
ANSWERED = Turn(by="lyhty", decisions=(Decision(kind="answer", topic="safety/documents-taken"),))


async def said(conversations: Conversations, token: str) -> None:
    conversation = await conversations.open(token)
    message = conversations.message(conversation, uuid4(), "text", "x")
    assert await conversations.claim(conversation, message) is True
    assert await conversations.complete(conversation, message, "fi", [SAID, ANSWERED])


async def test_what_was_said_can_be_read_with_the_token(conversations: Conversations) -> None:
    token = new_token()
    begun = await conversations.begin(token, "fi")
    await said(conversations, token)
    opened = await conversations.open(token)
    assert await conversations.turns(opened) == [SAID, ANSWERED]
    assert (opened.sender, opened.language, opened.state) == (begun.sender, "fi", "bot")


async def test_the_language_of_the_last_message_is_kept(conversations: Conversations) -> None:
    token = new_token()
    conversation = await conversations.begin(token, "fi")
    message = conversations.message(conversation, uuid4(), "text", "x")
    await conversations.claim(conversation, message)
    await conversations.complete(conversation, message, "en", [SAID, ANSWERED])
    assert (await conversations.open(token)).language == "en"


async def test_an_unused_token_is_unknown(conversations: Conversations) -> None:
    with pytest.raises(ConversationUnknown):
        await conversations.open(new_token())


@pytest.mark.parametrize("token", ["", "x", "ä" * 43, "A" * 44, "lyhty:token:*"])
async def test_what_is_no_token_is_unknown_too(conversations: Conversations, token: str) -> None:
    with pytest.raises(ConversationUnknown):
        await conversations.open(token)
    with pytest.raises(ConversationUnknown):
        await conversations.delete(token)


async def test_two_first_posts_at_once_share_one_conversation(conversations: Conversations) -> None:
    token = new_token()
    first = await conversations.begin(token, "fi")
    second = await conversations.begin(token, "en")
    assert (first.sender, first.key) == (second.sender, second.key)


class TestIdle:
    async def test_a_second_before_the_end_it_is_there(
        self, conversations: Conversations, clock: StandingClock
    ) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        clock.move(minutes=30, seconds=-1)
        assert (await conversations.open(token)).expires_in == 30 * 60

    async def test_a_second_after_the_end_it_is_not(self, conversations: Conversations, clock: StandingClock) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        await said(conversations, token)
        clock.move(minutes=30, seconds=1)
        with pytest.raises(ConversationExpired):
            await conversations.open(token)

    async def test_every_request_keeps_it_alive(self, conversations: Conversations, clock: StandingClock) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        for _ in range(4):
            clock.move(minutes=29)
            await conversations.open(token)

    async def test_looking_at_an_expired_one_does_not_bring_it_back(
        self, conversations: Conversations, clock: StandingClock
    ) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        clock.move(minutes=31)
        for _ in range(2):
            with pytest.raises(ConversationExpired):
                await conversations.open(token)
        with pytest.raises(ConversationExpired):
            await conversations.begin(token, "fi")


class TestADay:
    async def test_no_conversation_grows_older(self, conversations: Conversations, clock: StandingClock) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        for _ in range(51):
            clock.move(minutes=28)
            await conversations.open(token)
        clock.move(minutes=12, seconds=-1)
        assert (await conversations.open(token)).expires_in == 1
        clock.move(seconds=2)
        with pytest.raises(ConversationExpired):
            await conversations.open(token)


class TestDeleting:
    async def test_the_token_stays_dead(self, conversations: Conversations) -> None:
        token = new_token()
        sender = (await conversations.begin(token, "fi")).sender
        await said(conversations, token)
        assert await conversations.delete(token) == sender
        with pytest.raises(ConversationDeleted):
            await conversations.open(token)
        with pytest.raises(ConversationDeleted):
            await conversations.begin(token, "fi")

    async def test_deleting_again_does_no_harm(self, conversations: Conversations) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        await conversations.delete(token)
        assert await conversations.delete(token) is None

    async def test_an_expired_one_is_deleted_too(self, conversations: Conversations, clock: StandingClock) -> None:
        token = new_token()
        await conversations.begin(token, "fi")
        clock.move(minutes=31)
        assert await conversations.delete(token) is None
        with pytest.raises(ConversationDeleted):
            await conversations.open(token)

    async def test_a_token_left_before_its_first_post_cannot_begin_later(self, conversations: Conversations) -> None:
        token = new_token()
        with pytest.raises(ConversationUnknown):
            await conversations.delete(token)
        with pytest.raises(ConversationDeleted):
            await conversations.begin(token, "fi")

    async def test_an_answer_that_comes_after_deletion_is_not_kept(self, conversations: Conversations) -> None:
        token = new_token()
        conversation = await conversations.begin(token, "fi")
        message = conversations.message(conversation, uuid4(), "text", "x")
        await conversations.claim(conversation, message)
        await conversations.delete(token)
        with pytest.raises(ConversationDeleted):
            await conversations.complete(conversation, message, "fi", [SAID, ANSWERED])
        assert await conversations.turns(conversation) == []
