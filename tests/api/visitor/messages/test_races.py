"""Deleting, leaving and answering at the same moment, in every order: nothing of a deleted conversation stays."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI

from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person


def parts_left(valkey: Any) -> set[str]:
    return {key.decode().split(":")[1] for key in valkey.scan_iter("lyhty:*")}


@pytest.mark.parametrize("later", [0.0, 0.005, 0.01, 0.02, 0.05, 0.1])
async def test_deleted_while_it_is_answered(person: Person, rasa: RasaChannel, valkey: Any, later: float) -> None:
    rasa.delay = 0.03
    asking = [asyncio.create_task(person.posts(f"viesti {number}")) for number in range(4)]
    await asyncio.sleep(later)
    deleted = await person.deletes()
    answers = await asyncio.gather(*asking)
    assert deleted.status_code == 204
    assert {answer.status_code for answer in answers} <= {200, 410}
    assert parts_left(valkey) == {"token"}
    assert (await person.reads()).status_code == 410


async def test_every_answer_that_came_too_late_is_forgotten_by_the_dialogue(
    person: Person, rasa: RasaChannel, app: FastAPI
) -> None:
    rasa.delay = 0.3
    asking = [asyncio.create_task(person.posts(f"viesti {number}")) for number in range(3)]
    await asyncio.sleep(0.15)
    await person.deletes()
    await asyncio.gather(*asking)
    await app.state.services.bot.close()
    assert len(rasa.heard) == 3
    assert set(rasa.forgotten) == {heard["sender"] for heard in rasa.heard}
    assert len(rasa.forgotten) == 4, "once when it was deleted, and once for each late answer"


async def test_many_deletions_at_once(person: Person, valkey: Any) -> None:
    await person.asks("moi")
    answers = await asyncio.gather(*(person.deletes() for _ in range(10)))
    assert {answer.status_code for answer in answers} == {204}
    assert parts_left(valkey) == {"token"}


async def test_the_language_may_change_between_two_tabs(person: Person) -> None:
    english = Person(person.client, "en")
    english.token = person.token
    await asyncio.gather(*(who.asks(f"moi {number}") for number in range(5) for who in (person, english)))
    shown = (await person.reads()).json()
    assert shown["language"] in {"fi", "en"}
    assert len(shown["turns"]) == 20


async def test_the_same_message_from_ten_tabs_with_one_that_says_something_else(
    person: Person, rasa: RasaChannel
) -> None:
    rasa.delay = 0.1
    message_id = uuid4()
    same = [person.posts("moi", message_id) for _ in range(10)]
    answers = await asyncio.gather(*same, person.posts("hei", message_id))
    statuses = [answer.status_code for answer in answers]
    assert sorted(statuses) in ([200] * 10 + [409], [200] + [409] * 10)
    assert len(await person.turns()) == 2
