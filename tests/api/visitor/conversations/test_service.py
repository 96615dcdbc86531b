"""What the pages rest on: a token that costs nothing until its first post, and a way out that always works."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from api.conversations.errors import ConversationDeleted, ConversationUnknown
from api.errors import LanguageUnknown
from api.visitor.messages.errors import TextEmpty, TextTooLong
from api.visitor.messages.post import Post
from api.visitor.services import Services
from tests.api.rasa_channel import RasaChannel


@pytest.fixture
def services(app: FastAPI) -> Services:
    found = app.state.services
    assert isinstance(found, Services)
    return found


def first_post(token: str, language: str = "fi") -> Post:
    return Post(token, uuid4(), language, lambda: None, may_begin=True)


async def test_a_pages_token_is_kept_nowhere_until_its_first_post(services: Services, valkey: Any) -> None:
    tokens = [services.conversations.new_token() for _ in range(100)]
    assert len(set(tokens)) == 100
    assert list(valkey.scan_iter("lyhty:*")) == []
    with pytest.raises(ConversationUnknown):
        await services.conversations.show(tokens[0])
    await services.messages.answer(first_post(tokens[0]), "moi")
    assert (await services.conversations.show(tokens[0])).turns[0].text == "moi"


async def test_only_a_first_post_begins(services: Services, valkey: Any) -> None:
    later = Post(services.conversations.new_token(), uuid4(), "fi", lambda: None)
    with pytest.raises(ConversationUnknown):
        await services.messages.answer(later, "moi")
    assert list(valkey.scan_iter("lyhty:*")) == []


async def test_a_first_post_that_is_no_message_begins_nothing(services: Services, valkey: Any) -> None:
    for text, refusal in (("", TextEmpty), ("x" * 2001, TextTooLong)):
        with pytest.raises(refusal):
            await services.messages.answer(first_post(services.conversations.new_token()), text)
    assert list(valkey.scan_iter("lyhty:*")) == []


async def test_a_first_choice_begins_too(services: Services) -> None:
    token = services.conversations.new_token()
    answer = await services.messages.choose(first_post(token), "safety/threats")
    assert answer.replies[0].topic == "safety/threats"


async def test_who_leaves_before_the_first_post_cannot_be_brought_back_by_a_late_one(services: Services) -> None:
    token = services.conversations.new_token()
    with pytest.raises(ConversationUnknown):
        await services.conversations.delete(token)
    with pytest.raises(ConversationDeleted):
        await services.messages.answer(first_post(token), "moi")


async def test_a_reload_after_leaving_shows_that_it_is_deleted(services: Services) -> None:
    post = first_post(services.conversations.new_token())
    await services.messages.answer(post, "moi")
    await services.conversations.delete(post.token)
    with pytest.raises(ConversationDeleted):
        await services.messages.answer(post, "moi")
    with pytest.raises(ConversationDeleted):
        await services.conversations.show(post.token)


async def test_leaving_does_not_wait_for_the_dialogue(services: Services, rasa: RasaChannel) -> None:
    post = first_post(services.conversations.new_token())
    await services.messages.answer(post, "moi")
    await asyncio.wait_for(services.conversations.delete(post.token), 1)
    assert rasa.forgotten == []


async def test_leaving_while_reading_harms_nobody(services: Services) -> None:
    post = first_post(services.conversations.new_token())
    await services.messages.answer(post, "moi")
    calls = [services.conversations.show(post.token) for _ in range(10)]
    found = await asyncio.gather(*calls, services.conversations.delete(post.token), return_exceptions=True)
    assert all(not isinstance(each, Exception) or isinstance(each, ConversationDeleted) for each in found)


async def test_it_can_be_shown_in_another_language_than_it_was_held_in(services: Services) -> None:
    post = first_post(services.conversations.new_token())
    await services.messages.answer(post, "moi")
    assert (await services.conversations.show(post.token)).language == "fi"
    assert (await services.conversations.show(post.token, "en")).language == "en"
    assert (await services.conversations.show(post.token, "xx")).language == "fi"


async def test_it_begins_only_in_a_language_that_is_spoken(services: Services, valkey: Any) -> None:
    with pytest.raises(LanguageUnknown):
        await services.conversations.begin("xx")
    assert list(valkey.scan_iter("lyhty:*")) == []
