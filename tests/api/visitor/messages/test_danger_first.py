"""P6: words of danger are answered before anything else, in every state, and whatever else is down."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import JSONResponse

from api.conversations.figures import MESSAGES_PER_MINUTE
from api.settings import Settings
from api.visitor.app import create_app
from api.visitor.limits.figures import PER_NETWORK_AND_MINUTE
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel, free_port
from tests.api.visitor.conftest import closed
from tests.api.visitor.person import Person

DANGER = "hän lyö minua nyt ja hänellä on veitsi"


def says_what_to_do(answer: httpx.Response) -> bool:
    first = answer.json()["replies"][0]
    return first["kind"] == "danger" and first["danger"] == "immediate-danger" and "112" in first["text"]


async def test_it_comes_before_the_answer(person: Person) -> None:
    answer = await person.posts(DANGER)
    assert says_what_to_do(answer)
    assert [reply["kind"] for reply in answer.json()["replies"]] == ["danger", "answer"]


@pytest.mark.parametrize("said", [{"kind": "out_of_scope", "again": False}, {"kind": "small_talk", "small_talk": "no"}])
async def test_nobody_in_danger_is_told_that_this_is_no_subject(
    person: Person, rasa: RasaChannel, said: dict[str, object]
) -> None:
    rasa.decisions = [said]
    assert [reply["kind"] for reply in (await person.asks(DANGER))["replies"]] == ["danger"]


async def test_what_the_model_alone_senses_comes_first_too(person: Person, rasa: RasaChannel) -> None:
    rasa.danger = "self-harm"
    answer = await person.asks("kirjoitin lapsille kirjeet ja jätin ne pöydälle")
    assert [reply["kind"] for reply in answer["replies"]] == ["danger", "answer"]
    assert answer["replies"][0]["danger"] == "self-harm"


async def test_the_model_never_lowers_what_the_matcher_found(person: Person, rasa: RasaChannel) -> None:
    for sensed in (None, "self-harm"):
        rasa.danger = sensed
        assert says_what_to_do(await person.posts(DANGER))


async def test_a_sensed_danger_stays_when_the_dialogue_fails_after_it(person: Person, rasa: RasaChannel) -> None:
    rasa.raw = JSONResponse({"error": "ActionsUnavailable", "danger": "self-harm"}, status_code=503)
    answer = await person.asks("kirjoitin lapsille kirjeet ja jätin ne pöydälle")
    assert [reply["kind"] for reply in answer["replies"]] == ["danger", "notice"]


async def test_a_slow_dialogue_is_waited_for_only_shortly(person: Person, rasa: RasaChannel) -> None:
    rasa.delay = 10
    started = time.monotonic()
    answer = await person.posts(DANGER)
    assert time.monotonic() - started < 3.5
    assert says_what_to_do(answer)
    assert [reply["kind"] for reply in answer.json()["replies"]] == ["danger", "notice"]


@pytest.mark.parametrize("word", ["APUA", "apua", "HELP"])
async def test_the_safe_word_brings_its_card_without_asking_anybody(
    person: Person, rasa: RasaChannel, word: str
) -> None:
    (reply,) = (await person.asks(word))["replies"]
    assert (reply["kind"], reply["danger"]) == ("danger", "safe-word")
    assert "112" in reply["text"]
    assert rasa.heard == []


async def test_with_no_token_at_all(client: httpx.AsyncClient) -> None:
    body = {"text": DANGER, "language": "fi", "id": str(uuid4())}
    answer = await client.post("/api/messages", json=body)
    assert answer.status_code == 401 and says_what_to_do(answer)


async def test_with_an_unknown_token(client: httpx.AsyncClient) -> None:
    stranger = Person(client)
    stranger.token = "A" * 43
    answer = await stranger.posts(DANGER)
    assert answer.status_code == 401 and says_what_to_do(answer)


async def test_in_an_expired_conversation(person: Person, clock: StandingClock) -> None:
    clock.move(minutes=31)
    answer = await person.posts(DANGER)
    assert answer.status_code == 410 and says_what_to_do(answer)


async def test_in_a_deleted_conversation(person: Person) -> None:
    await person.deletes()
    answer = await person.posts(DANGER)
    assert answer.status_code == 410 and says_what_to_do(answer)


async def test_in_a_text_that_is_too_long(person: Person) -> None:
    answer = await person.posts(f"{DANGER}. {'x ' * 1500}")
    assert answer.status_code == 422 and says_what_to_do(answer)
    assert answer.json()["error"] == "TextTooLong"


async def test_in_a_language_that_is_not_known(person: Person) -> None:
    answer = await person.posts(DANGER, language="xx")
    assert answer.status_code == 422 and says_what_to_do(answer)


async def test_under_an_id_that_was_used(person: Person) -> None:
    message_id = uuid4()
    await person.posts("moi", message_id)
    answer = await person.posts(DANGER, message_id)
    assert answer.status_code == 409 and says_what_to_do(answer)


async def test_over_the_limit_of_the_conversation(person: Person) -> None:
    for _ in range(MESSAGES_PER_MINUTE):
        await person.asks("moi")
    answer = await person.posts(DANGER)
    assert answer.status_code == 429 and says_what_to_do(answer)
    assert 0 < int(answer.headers["retry-after"]) <= 60


async def test_over_the_limit_of_the_network(person: Person, app: FastAPI) -> None:
    admit = app.state.services.network_limit.admit
    for _ in range(PER_NETWORK_AND_MINUTE - 1):
        admit(b"\x7f\x00\x00\x01")
    answer = await person.posts(DANGER)
    assert answer.status_code == 429 and says_what_to_do(answer)
    assert answer.json()["error"] == "RequestsTooFast"


@pytest.fixture
async def stranded(live: LiveLibrary) -> AsyncIterator[Person]:
    """Somebody for whom neither Valkey nor Rasa is there."""
    nowhere = Settings(valkey_url=f"valkey://127.0.0.1:{free_port()}", rasa_url=f"http://127.0.0.1:{free_port()}")
    app = create_app(nowhere, library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = Person(client)
        person.token = "A" * 43
        yield person
    await closed(app)


async def test_when_everything_is_down(stranded: Person) -> None:
    started = time.monotonic()
    answer = await stranded.posts(DANGER)
    assert time.monotonic() - started < 5
    assert answer.status_code == 503 and says_what_to_do(answer)
    assert answer.json()["error"] == "StorageUnavailable"
    notice = answer.json()["replies"][1]
    assert notice["kind"] == "notice" and "112" in notice["text"] and notice["services"]


async def test_when_the_filter_itself_breaks_nothing_is_sent_on(
    settings: Settings, live: LiveLibrary, rasa: RasaChannel, monkeypatch: pytest.MonkeyPatch, valkey: object
) -> None:
    from api.visitor.messages import dialogue

    def broken(_: str) -> None:
        raise RuntimeError

    monkeypatch.setattr(dialogue, "mask", broken)
    app = create_app(replace(settings, limits=False), library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        person = await Person(client).begins()
        answer = await person.posts(DANGER)
        assert answer.status_code == 500 and says_what_to_do(answer)
        assert rasa.heard == [] and await person.turns() == []
    await closed(app)
