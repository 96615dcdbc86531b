"""A message is answered once: its id and content are claimed, answered, known again, or given back."""

import asyncio
from uuid import uuid4

import pytest

from api.conversations.errors import ConversationFull, MessageIdReused, MessagesTooFast
from api.conversations.figures import CLAIM, MESSAGES_PER_MINUTE
from api.conversations.service import Conversation, Conversations
from api.conversations.tokens import new_token
from tests.api.clocks import StandingClock
from tests.api.conversations.test_service import ANSWERED, SAID


@pytest.fixture
async def conversation(conversations: Conversations) -> Conversation:
    return await conversations.begin(new_token(), "fi")


async def answered(conversations: Conversations, conversation: Conversation, text: str = "x") -> None:
    message = conversations.message(conversation, uuid4(), "text", text)
    assert await conversations.claim(conversation, message) is True
    assert await conversations.complete(conversation, message, "fi", [SAID, ANSWERED])


async def test_one_of_many_gets_the_claim(conversations: Conversations, conversation: Conversation) -> None:
    message_id = uuid4()
    tries = [conversations.message(conversation, message_id, "text", "x") for _ in range(20)]
    found = await asyncio.gather(*(conversations.claim(conversation, each) for each in tries))
    assert sorted(found) == [False] * 19 + [True]


async def test_a_retry_gets_the_turns_it_led_to(conversations: Conversations, conversation: Conversation) -> None:
    await answered(conversations, conversation, "something before")
    message_id = uuid4()
    message = conversations.message(conversation, message_id, "text", "x")
    await conversations.claim(conversation, message)
    await conversations.complete(conversation, message, "fi", [SAID, ANSWERED])
    await answered(conversations, conversation, "something after")
    retry = conversations.message(conversation, message_id, "text", "x")
    assert await conversations.claim(conversation, retry) == [SAID, ANSWERED]
    assert len(await conversations.turns(conversation)) == 6


async def test_other_words_under_the_same_id_are_refused(
    conversations: Conversations, conversation: Conversation
) -> None:
    message_id = uuid4()
    await conversations.claim(conversation, conversations.message(conversation, message_id, "text", "x"))
    for other in (("text", "y"), ("topic", "x")):
        with pytest.raises(MessageIdReused):
            await conversations.claim(conversation, conversations.message(conversation, message_id, *other))


async def test_the_same_id_in_another_conversation_is_another_message(conversations: Conversations) -> None:
    message_id = uuid4()
    for _ in range(2):
        conversation = await conversations.begin(new_token(), "fi")
        message = conversations.message(conversation, message_id, "text", str(uuid4()))
        assert await conversations.claim(conversation, message) is True


async def test_the_claim_of_a_process_that_died_runs_out(
    conversations: Conversations, conversation: Conversation, clock: StandingClock
) -> None:
    message_id = uuid4()
    died = conversations.message(conversation, message_id, "text", "x")
    retry = conversations.message(conversation, message_id, "text", "x")
    assert await conversations.claim(conversation, died) is True
    clock.move(seconds=CLAIM / 1000 - 1)
    assert await conversations.claim(conversation, retry) is False
    clock.move(seconds=1)
    assert await conversations.claim(conversation, retry) is True
    assert await conversations.complete(conversation, retry, "fi", [SAID, ANSWERED])
    assert not await conversations.complete(conversation, died, "fi", [SAID, ANSWERED]), "late, but not dead"
    assert len(await conversations.turns(conversation)) == 2


async def test_a_claim_given_back_can_be_taken_at_once(
    conversations: Conversations, conversation: Conversation
) -> None:
    message_id = uuid4()
    first = conversations.message(conversation, message_id, "text", "x")
    second = conversations.message(conversation, message_id, "text", "x")
    await conversations.claim(conversation, first)
    await conversations.release(conversation, second)
    assert await conversations.claim(conversation, second) is False, "only its owner can give it back"
    await conversations.release(conversation, first)
    assert await conversations.claim(conversation, second) is True


async def test_more_than_a_person_writes_is_refused_for_a_minute(
    conversations: Conversations, conversation: Conversation, clock: StandingClock
) -> None:
    for _ in range(MESSAGES_PER_MINUTE):
        await answered(conversations, conversation)
    clock.move(seconds=20)
    with pytest.raises(MessagesTooFast) as refused:
        await answered(conversations, conversation)
    assert refused.value.retry_after == 40
    clock.move(seconds=40)
    await answered(conversations, conversation)


async def test_a_retry_is_never_too_fast(conversations: Conversations, conversation: Conversation) -> None:
    message_id = uuid4()
    message = conversations.message(conversation, message_id, "text", "x")
    await conversations.claim(conversation, message)
    await conversations.complete(conversation, message, "fi", [SAID, ANSWERED])
    for _ in range(MESSAGES_PER_MINUTE * 2):
        retry = conversations.message(conversation, message_id, "text", "x")
        assert isinstance(await conversations.claim(conversation, retry), list)


async def test_a_conversation_takes_only_so_many_messages(
    conversations: Conversations, conversation: Conversation, clock: StandingClock
) -> None:
    for number in range(300):
        if number % MESSAGES_PER_MINUTE == 0:
            clock.move(minutes=1)
        await answered(conversations, conversation)
    clock.move(minutes=1)
    with pytest.raises(ConversationFull):
        await answered(conversations, conversation)


async def test_two_tabs_lose_nothing(conversations: Conversations, conversation: Conversation) -> None:
    await asyncio.gather(*(answered(conversations, conversation, str(number)) for number in range(20)))
    turns = await conversations.turns(conversation)
    assert turns == [SAID, ANSWERED] * 20
