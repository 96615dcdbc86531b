"""However often and wherever a message is sent, it is answered once."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from api.settings import Settings
from api.visitor.app import create_app
from api.visitor.messages import once
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.conftest import closed
from tests.api.visitor.person import Person


@pytest.fixture
async def elsewhere(
    settings: Settings, live: LiveLibrary, clock: StandingClock, app: FastAPI
) -> AsyncIterator[httpx.AsyncClient]:
    """A second gateway process over the same Valkey."""
    other = create_app(settings, library=live, clock=clock)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(other), base_url="http://lyhty.example") as client:
        yield client
    await closed(other)


async def test_the_same_message_again_gets_the_same_answer_and_nothing_is_doubled(
    person: Person, rasa: RasaChannel
) -> None:
    message_id = uuid4()
    first = await person.posts("soita 0401234567", message_id)
    rasa.decisions = [{"kind": "human"}]
    again = await person.posts("soita 0401234567", message_id)
    assert again.json() == first.json() and first.json()["masked"]
    assert len(rasa.heard) == 1
    assert len(await person.turns()) == 2


async def test_a_chosen_topic_too(person: Person) -> None:
    message_id = uuid4()
    first = await person.chooses("safety/threats", message_id)
    assert (await person.chooses("safety/threats", message_id)).json() == first.json()
    assert len(await person.turns()) == 2


async def test_control_characters_and_line_ends_make_no_other_message(person: Person) -> None:
    message_id = uuid4()
    await person.posts("a\nb", message_id)
    assert (await person.posts("a\r\nb ", message_id)).status_code == 200


async def test_other_words_under_the_same_id_are_refused(person: Person) -> None:
    message_id = uuid4()
    await person.posts("moi", message_id)
    answer = await person.posts("hei", message_id)
    assert (answer.status_code, answer.json()["error"]) == (409, "MessageIdReused")
    assert (await person.chooses("safety/threats", message_id)).status_code == 409
    assert len(await person.turns()) == 2


async def test_a_concurrent_retry_waits_for_the_first_answer(
    person: Person, rasa: RasaChannel, elsewhere: httpx.AsyncClient
) -> None:
    rasa.delay = 0.5
    other = Person(elsewhere)
    other.token, message_id = person.token, uuid4()
    tries = [who.posts("moi", message_id) for who in (person, other, person, other)]
    answers = await asyncio.gather(*tries)
    assert [answer.status_code for answer in answers] == [200] * 4
    assert len({answer.text for answer in answers}) == 1
    assert len(rasa.heard) == 1
    assert len(await person.turns()) == 2


async def test_a_retry_does_not_wait_forever(
    person: Person, rasa: RasaChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "_WAIT_SECONDS", 0.3)
    rasa.delay = 1.5
    message_id = uuid4()
    first = asyncio.create_task(person.posts("moi", message_id))
    await asyncio.sleep(0.1)
    retry = await person.posts("moi", message_id)
    assert (retry.status_code, retry.json()["error"]) == (503, "AnswerPending")
    assert int(retry.headers["retry-after"]) > 0
    assert (await first).status_code == 200
    assert (await person.posts("moi", message_id)).json() == (await first).json()


async def test_when_the_process_died_over_it_the_retry_answers(
    person: Person, rasa: RasaChannel, clock: StandingClock, elsewhere: httpx.AsyncClient
) -> None:
    rasa.delay = 0.8
    message_id = uuid4()
    dying = asyncio.create_task(person.posts("moi", message_id))
    await asyncio.sleep(0.3)
    dying.cancel()  # as a killed process: nothing is given back
    with pytest.raises(asyncio.CancelledError):
        await dying
    rasa.delay = 0.0
    other = Person(elsewhere)
    other.token = person.token
    clock.move(seconds=9)
    assert (await other.posts("moi", message_id)).status_code == 200
    assert len(await person.turns()) == 2


async def test_an_answer_that_failed_can_be_asked_for_again_at_once(
    person: Person, rasa: RasaChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from api.visitor.messages import dialogue

    message_id = uuid4()
    with monkeypatch.context() as broken:
        broken.setattr(dialogue, "mask", lambda _: 1 / 0)
        assert (await person.posts("moi", message_id)).status_code == 500
    assert (await person.posts("moi", message_id)).status_code == 200


async def test_two_tabs_lose_nothing(person: Person, elsewhere: httpx.AsyncClient) -> None:
    other = Person(elsewhere)
    other.token = person.token
    await asyncio.gather(*(who.asks(f"viesti {number}") for number in range(10) for who in (person, other)))
    turns = await person.turns()
    assert [turn["by"] for turn in turns] == ["visitor", "lyhty"] * 20
    said = sorted(turn["text"] for turn in turns if turn["by"] == "visitor")
    assert said == sorted(f"viesti {number}" for number in range(10) for _ in range(2))


async def test_an_answer_that_comes_after_deletion_is_forgotten_everywhere(
    person: Person, rasa: RasaChannel, app: FastAPI, valkey: object
) -> None:
    rasa.delay = 0.5
    asking = asyncio.create_task(person.posts("moi"))
    await asyncio.sleep(0.2)
    assert (await person.deletes()).status_code == 204
    answer = await asking
    assert (answer.status_code, answer.json()["error"]) == (410, "ConversationDeleted")
    await app.state.services.bot.close()
    assert rasa.forgotten == [rasa.heard[0]["sender"]] * 2, "when it was deleted, and when the late answer came"


async def test_a_first_post_of_a_page_begins_and_its_reload_does_not_double(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    from api.conversations.tokens import new_token
    from api.visitor.messages.post import Post

    messages, token, message_id = app.state.services.messages, new_token(), uuid4()
    post = Post(token, message_id, "fi", lambda: None, may_begin=True)
    first, second = await asyncio.gather(messages.answer(post, "moi"), messages.answer(post, "moi"))
    assert first == second == await messages.answer(post, "moi")
    person = Person(client)
    person.token = token
    assert len(await person.turns()) == 2
