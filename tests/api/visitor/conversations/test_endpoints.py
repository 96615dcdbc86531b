"""Beginning, reading and removing a conversation, with nothing but the token."""

import httpx
import pytest
import valkey as blocking_valkey
from fastapi import FastAPI

from api.visitor.limits.figures import NEW_CONVERSATIONS_PER_MINUTE, PER_NETWORK_AND_MINUTE
from api.visitor.messages.schemas import ConversationShown
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person


async def test_a_conversation_begins_with_a_token_and_no_cookie(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/conversations", json={"language": "en"})
    assert answer.status_code == 201
    assert answer.json().keys() == {"token", "language", "expires_in"}
    assert (len(answer.json()["token"]), answer.json()["language"], answer.json()["expires_in"]) == (43, "en", 1800)
    assert "set-cookie" not in answer.headers


async def test_the_transcript_shows_both_sides(person: Person) -> None:
    asked = await person.asks("mitä on harkinta-aika")
    shown = ConversationShown.model_validate((await person.reads()).json())
    assert (shown.state, shown.language) == ("bot", "fi")
    assert [turn.by for turn in shown.turns] == ["visitor", "lyhty"]
    assert shown.turns[0].text == "mitä on harkinta-aika"
    assert [reply.model_dump(mode="json") for reply in shown.turns[1].replies] == asked["replies"]


async def test_an_empty_conversation_can_be_read(person: Person) -> None:
    assert await person.turns() == []


async def test_it_is_shown_in_the_language_of_the_last_message(person: Person) -> None:
    await person.chooses("safety/threats")
    person.language = "en"
    await person.chooses("safety/threats")
    shown = (await person.reads()).json()
    first, second = (turn["replies"][0] for turn in shown["turns"] if turn["by"] == "lyhty")
    assert shown["language"] == first["language"] == "en"
    assert first == second
    titles = {turn["text"] for turn in shown["turns"] if turn["by"] == "visitor"}
    assert titles == {first["title"]}, "a chosen topic stands as its title"


async def test_reading_keeps_it_alive_and_tells_how_long(person: Person, clock: StandingClock) -> None:
    for _ in range(3):
        clock.move(minutes=29)
        assert (await person.reads()).json()["expires_in"] == 1800
    clock.move(minutes=30, seconds=1)
    answer = await person.reads()
    assert (answer.status_code, answer.json()["error"]) == (410, "ConversationExpired")


async def test_removing_removes_everything_everywhere(
    person: Person, app: FastAPI, rasa: RasaChannel, valkey: blocking_valkey.Valkey
) -> None:
    await person.asks("moi")
    assert (await person.deletes()).status_code == 204
    answer = await person.reads()
    assert (answer.status_code, answer.json()["error"]) == (410, "ConversationDeleted")
    assert (await person.posts("moi")).status_code == 410
    assert [key.split(b":")[1] for key in valkey.scan_iter("lyhty:*")] == [b"token"]
    await app.state.services.bot.close()
    assert rasa.forgotten == [rasa.heard[0]["sender"]]


async def test_removing_again_does_no_harm(person: Person) -> None:
    await person.deletes()
    assert (await person.deletes()).status_code == 204


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer ", "Basic abc", "A" * 43, "Bearer " + "A" * 42, "Bearer " + "A" * 43, "Bearer ä"],
)
async def test_without_a_known_token_there_is_nothing(client: httpx.AsyncClient, authorization: str | None) -> None:
    headers = {} if authorization is None else {b"Authorization": authorization.encode("latin-1")}
    for call in (
        client.get("/api/conversation", headers=headers),
        client.post(
            "/api/messages",
            json={"text": "x", "language": "fi", "id": "0f0c3a52-32e8-4f2e-9d3c-6a6c1c9b7c11"},
            headers=headers,
        ),
        client.request("DELETE", "/api/conversation", headers={**headers, b"Sec-Fetch-Site": b"same-origin"}),
    ):
        answer = await call
        assert (answer.status_code, answer.json()["error"]) == (401, "ConversationUnknown")
        assert answer.headers["www-authenticate"] == "Bearer"


async def test_a_wrong_token_and_one_that_never_was_look_alike(person: Person) -> None:
    last = "A" if person.token[0] != "A" else "B"
    wrong, absent = last + person.token[1:], "A" * 43
    found = set()
    for token in (wrong, absent):
        stranger = Person(person.client)
        stranger.token = token
        answer = await stranger.reads()
        found.add((answer.status_code, answer.text))
    assert len(found) == 1
    assert (await person.reads()).status_code == 200


async def test_too_many_new_conversations_are_refused_and_open_ones_go_on(person: Person, app: FastAPI) -> None:
    begin = app.state.services.conversations._admit_new
    for _ in range(NEW_CONVERSATIONS_PER_MINUTE - 1):
        begin()
    answer = await person.client.post("/api/conversations", json={"language": "fi"})
    assert (answer.status_code, answer.json()["error"]) == (429, "TooManyConversations")
    assert int(answer.headers["retry-after"]) == 60
    assert (await person.posts("moi")).status_code == 200


async def test_one_network_gets_its_limit_and_then_a_sentence(
    client: httpx.AsyncClient, clock: StandingClock, valkey: blocking_valkey.Valkey
) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9"}
    statuses = []
    for number in range(PER_NETWORK_AND_MINUTE + 50):
        answer = await client.get("/api/conversation", headers=forged if number % 2 else {})
        statuses.append(answer.status_code)
    assert statuses.count(429) == 50
    assert (answer.json()["error"], answer.headers["retry-after"]) == ("RequestsTooFast", "60")
    clock.move(minutes=1)
    assert (await client.get("/api/conversation")).status_code == 401
    assert not list(valkey.scan_iter("*203.0.113*")) and not list(valkey.scan_iter("*127.0.0*"))
