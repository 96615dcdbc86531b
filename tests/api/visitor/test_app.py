"""The application as a whole: what it offers, describes and keeps to itself."""

import io
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from api.settings import Settings, SettingsInvalid
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person

WORD = "plantedqwrtzpsdf"
CALLS = {
    ("post", "/api/conversations"),
    ("post", "/api/messages"),
    ("get", "/api/conversation"),
    ("delete", "/api/conversation"),
    ("get", "/health/live"),
    ("get", "/health/ready"),
}


@pytest.fixture
async def described(client: httpx.AsyncClient) -> dict[str, Any]:
    return dict((await client.get("/api/openapi.json")).json())


async def test_the_document_names_every_call_and_no_page(described: dict[str, Any]) -> None:
    assert {(method, path) for path, calls in described["paths"].items() for method in calls} == CALLS


async def test_every_call_and_every_field_is_described(described: dict[str, Any]) -> None:
    for path, calls in described["paths"].items():
        for call in calls.values():
            assert call["summary"] and call["description"], path
    token_calls = [call for calls in described["paths"].values() for call in calls.values() if call.get("security")]
    assert len(token_calls) == 3
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


async def test_errors_have_one_form(described: dict[str, Any]) -> None:
    for path, calls in described["paths"].items():
        for call in calls.values():
            for status, answer in call["responses"].items():
                if path.startswith("/api/") and int(status) >= 400:
                    shown = answer["content"]["application/json"]["schema"]["$ref"]
                    assert shown.endswith("/ErrorShown"), (path, status)


async def test_there_is_no_page_of_documentation_that_loads_from_elsewhere(client: httpx.AsyncClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await client.get(path, follow_redirects=True)).status_code == 404


async def test_health(client: httpx.AsyncClient) -> None:
    assert (await client.get("/health/live")).json() == {"live": True}
    answer = await client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "missing": []})


async def test_health_asks_nobody_to_wait(client: httpx.AsyncClient, rasa: RasaChannel) -> None:
    for _ in range(3):
        assert (await client.get("/health/live")).status_code == 200
    assert rasa.heard == []


def test_a_valkey_server_must_be_named(live: LiveLibrary) -> None:
    with pytest.raises(SettingsInvalid):
        create_app(Settings(), library=live)


async def test_nothing_of_a_visitor_is_logged_at_any_level(
    person: Person, rasa: RasaChannel, app: FastAPI, log: io.StringIO
) -> None:
    headers = {**person.authorization, "User-Agent": f"agent-{WORD}", "X-Forwarded-For": "203.0.113.77"}
    body = {"text": WORD, "language": "fi", "id": "0f0c3a52-32e8-4f2e-9d3c-6a6c1c9b7c11"}
    await person.client.post("/api/messages", json=body, headers=headers)
    await person.client.post("/api/messages", json={"text": WORD}, headers=headers)
    rasa.delay, rasa.raw = 0, None
    await person.client.get(f"/api/{WORD}", headers=headers)
    await person.deletes()
    await app.state.services.bot.close()
    written = log.getvalue()
    for planted in (WORD, person.token, rasa.heard[0]["sender"], "203.0.113.77", body["id"]):
        assert planted not in written
