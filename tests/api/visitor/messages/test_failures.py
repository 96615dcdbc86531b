"""Rasa or Valkey dead, slow or confused: numbers to call come in time, others are unharmed, and it recovers by
itself.
"""

import asyncio
import time
from dataclasses import replace

import httpx
import pytest
from starlette.responses import Response

from api.serving.embedded_valkey import EmbeddedValkey, start_alone
from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.rasa_channel import RasaChannel, free_port, running_channel
from tests.api.visitor.conftest import closed
from tests.api.visitor.person import Person


def is_static_help(reply: dict[str, object]) -> bool:
    return reply["kind"] == "notice" and "112" in str(reply["text"]) and bool(reply["services"])


async def test_garbage_from_the_dialogue_is_answered_with_numbers(person: Person, rasa: RasaChannel) -> None:
    rasa.raw = Response("plantedword")
    answer = await person.asks("moi")
    (reply,) = answer["replies"]
    assert is_static_help(reply)
    rasa.raw = None
    assert (await person.asks("moi"))["replies"][0]["kind"] == "answer"


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "answer", "topic": "no/such-topic"},
        {"kind": "small_talk", "small_talk": "no-such-card"},
        {"kind": "answer", "topic": "../../etc/passwd"},
    ],
)
async def test_names_that_the_library_has_not_are_garbage_too(
    person: Person, rasa: RasaChannel, said: dict[str, object]
) -> None:
    rasa.decisions = [said]
    (reply,) = (await person.asks("moi"))["replies"]
    assert is_static_help(reply)


async def test_a_slow_dialogue_is_answered_for_within_five_seconds(person: Person, rasa: RasaChannel) -> None:
    rasa.delay = 60
    started = time.monotonic()
    (reply,) = (await person.asks("moi"))["replies"]
    assert time.monotonic() - started < 5
    assert is_static_help(reply)
    assert [turn["by"] for turn in await person.turns()] == ["visitor", "lyhty"], "nothing that was typed is lost"


async def test_a_dialogue_that_was_dead_is_found_again(settings: Settings, live: LiveLibrary, valkey: object) -> None:
    port = free_port()
    app = create_app(replace(settings, rasa_url=f"http://127.0.0.1:{port}"), library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = await Person(client).begins()
        assert is_static_help((await person.asks("moi"))["replies"][0])
        assert (await client.get("/health/ready")).json() == {"ready": False, "missing": ["rasa"]}
        with running_channel(port):
            assert (await person.asks("moi"))["replies"][0]["kind"] == "answer"
            assert (await client.get("/health/ready")).status_code == 200
        assert is_static_help((await person.asks("moi"))["replies"][0])
    await closed(app)


async def test_valkey_that_loses_its_memory_and_comes_back(rasa: RasaChannel, live: LiveLibrary) -> None:
    embedded = EmbeddedValkey.in_new_folder()
    part = start_alone(embedded)
    app = create_app(Settings(valkey_url=embedded.url, rasa_url=rasa.url), library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = await Person(client).begins()
        part.stop()
        for _ in range(2):
            answer = await person.posts("moi")
            assert (answer.status_code, answer.json()["error"]) == (503, "StorageUnavailable")
            assert is_static_help(answer.json()["replies"][0])
        assert (await person.deletes()).status_code == 503
        assert (await client.post("/api/conversations", json={"language": "fi"})).status_code == 503
        assert (await client.get("/health/live")).status_code == 200
        assert (await client.get("/health/ready")).json() == {"ready": False, "missing": ["valkey"]}
        part = start_alone(embedded)
        assert (await person.posts("moi")).json()["error"] == "ConversationUnknown"
        assert (await (await Person(client).begins()).posts("moi")).status_code == 200
    await closed(app)
    part.stop()
    embedded.remove_folder()


async def test_valkey_that_dies_while_the_dialogue_thinks_takes_no_answer_away(
    rasa: RasaChannel, live: LiveLibrary
) -> None:
    embedded = EmbeddedValkey.in_new_folder()
    part = start_alone(embedded)
    app = create_app(Settings(valkey_url=embedded.url, rasa_url=rasa.url), library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = await Person(client).begins()
        rasa.delay = 1
        asking = asyncio.create_task(person.posts("hän lyö minua nyt, apua, mitä teen"))
        await asyncio.sleep(0.3)
        part.stop()
        answer = await asking
        assert answer.status_code == 503
        assert [reply["kind"] for reply in answer.json()["replies"]] == ["danger", "answer", "notice"]
    await closed(app)
    embedded.remove_folder()


async def test_valkey_that_answers_nothing_is_given_up_in_time(rasa: RasaChannel, live: LiveLibrary) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    app = create_app(Settings(valkey_url=f"valkey://127.0.0.1:{port}", rasa_url=rasa.url), library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = Person(client)
        person.token = "A" * 43
        started = time.monotonic()
        answer = await person.posts("moi")
        assert time.monotonic() - started < 5
        assert answer.status_code == 503 and is_static_help(answer.json()["replies"][0])
    await closed(app)
    server.close()
