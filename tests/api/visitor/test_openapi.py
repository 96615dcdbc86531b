"""The OpenAPI document tells the truth: real answers, good and bad, have the form that it describes."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from jsonschema import Draft202012Validator

from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person


class Document:
    """The description, with which answers are compared."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content

    def describes(self, answer: httpx.Response) -> bool:
        call = self._content["paths"][answer.request.url.path][answer.request.method.lower()]
        described = call["responses"][str(answer.status_code)]
        if "content" not in described:
            return answer.content == b""
        schema = {**described["content"]["application/json"]["schema"], "components": self._content["components"]}
        Draft202012Validator(schema).validate(answer.json())
        return True


@pytest.fixture
async def document(client: httpx.AsyncClient) -> Document:
    return Document((await client.get("/api/openapi.json")).json())


DECISIONS: list[dict[str, Any]] = [
    {"kind": "answer", "topic": "residence/reflection-period", "suggestions": ["safety/threats"], "confidence": 0.9},
    {"kind": "unsure", "suggestions": ["safety/threats"], "again": True},
    {"kind": "out_of_scope", "suggestions": [], "again": False},
    {"kind": "small_talk", "small_talk": "thanks"},
    {"kind": "human"},
    {"kind": "command", "command": "repeat"},
    {"kind": "command", "command": "simpler"},
    {"kind": "command", "command": "slower"},
    {"kind": "refused", "refused": "harm"},
]


async def test_good_answers(document: Document, person: Person, rasa: RasaChannel) -> None:
    assert document.describes(await person.client.post("/api/conversations", json={"language": "fi"}))
    for decision in DECISIONS:
        rasa.decisions = [decision]
        assert document.describes(await person.posts("hän lyö minua nyt, soita 0401234567"))
    assert document.describes(await person.chooses("safety/threats"))
    assert document.describes(await person.reads())
    assert document.describes(await person.deletes())


async def test_refusals(document: Document, person: Person, clock: StandingClock) -> None:
    message_id = uuid4()
    await person.posts("moi", message_id)
    for answer in (
        await person.posts(""),
        await person.posts("x" * 2001),
        await person.posts("moi", language="xx"),
        await person.posts("moi", id="x"),
        await person.posts("hei", message_id),
        await person.posts("x" * 40_000),
        await person.chooses("no/topic"),
        await person.client.post("/api/messages", json={}, headers={"Sec-Fetch-Site": "cross-site"}),
        await person.client.post("/api/conversations", json={"language": "xx"}),
        await person.client.get("/api/conversation"),
    ):
        assert answer.status_code >= 400 and document.describes(answer)
    clock.move(minutes=31)
    assert document.describes(await person.reads())
    await person.deletes()
    assert document.describes(await person.posts("hän lyö minua nyt"))


async def test_limits(document: Document, person: Person) -> None:
    answer = await person.posts("moi")
    while answer.status_code == 200:
        answer = await person.posts("moi")
    assert answer.status_code == 429 and document.describes(answer)


async def test_health(document: Document, client: httpx.AsyncClient) -> None:
    assert document.describes(await client.get("/health/live"))
    assert document.describes(await client.get("/health/ready"))


async def test_a_wrong_description_would_be_noticed(document: Document, person: Person) -> None:
    """Otherwise the tests above could not fail."""
    answer = await person.posts("moi")
    answer._content = answer.content.replace(b'"kind"', b'"sort"')
    with pytest.raises(Exception, match="'sort' was unexpected"):
        document.describes(answer)
