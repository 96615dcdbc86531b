"""Many people at once: none is refused at human pace, none sees another's words, and one hundred begin in a breath."""

import asyncio
import secrets

import httpx

from api.conversations.figures import MESSAGES_PER_MINUTE
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person


async def test_fifty_people_behind_one_address_are_never_refused(
    client: httpx.AsyncClient, clock: StandingClock
) -> None:
    """Each begins, asks something every ten seconds, and reads the chat now and then: 450 requests in a minute."""
    people = await asyncio.gather(*(Person(client).begins() for _ in range(50)))
    for moment in range(6):
        answers = await asyncio.gather(*(person.chooses("safety/threats") for person in people))
        assert {answer.status_code for answer in answers} == {200}
        if moment % 3 == 0:
            reads = await asyncio.gather(*(person.reads() for person in people))
            assert {answer.status_code for answer in reads} == {200}
        clock.move(seconds=10)


async def test_nobody_sees_anothers_words(client: httpx.AsyncClient) -> None:
    people = await asyncio.gather(*(Person(client).begins() for _ in range(40)))
    words = ["".join(secrets.choice("bcdfghjklm") for _ in range(16)) for _ in people]
    await asyncio.gather(*(person.asks(word) for person, word in zip(people, words, strict=True)))
    for person, word in zip(people, words, strict=True):
        seen = (await person.reads()).text
        assert [other for other in words if other in seen] == [word]


async def test_forty_begin_and_write_at_once(client: httpx.AsyncClient, rasa: RasaChannel) -> None:
    people = await asyncio.gather(*(Person(client).begins() for _ in range(40)))
    assert len({person.token for person in people}) == 40
    answers = await asyncio.gather(*(person.posts("moi") for person in people))
    assert {answer.json()["replies"][0]["kind"] for answer in answers} == {"answer"}
    assert len({heard["sender"] for heard in rasa.heard}) == 40


async def test_a_slow_dialogue_for_some_does_not_hold_up_those_who_choose_or_read(
    client: httpx.AsyncClient, rasa: RasaChannel
) -> None:
    waiting, choosing = [await Person(client).begins() for _ in range(2)]
    rasa.delay = 3.0
    slow = [asyncio.create_task(waiting.posts(f"viesti {number}")) for number in range(MESSAGES_PER_MINUTE)]
    await asyncio.sleep(0.2)
    answer = await asyncio.wait_for(choosing.chooses("safety/threats"), 2)
    assert answer.json()["replies"][0]["topic"] == "safety/threats"
    assert (await asyncio.wait_for(choosing.reads(), 2)).status_code == 200
    assert {(await each).status_code for each in slow} == {200}
