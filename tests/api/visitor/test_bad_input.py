"""What bad input gets: a sentence in the visitor's language, a right status, nothing of what was sent, and no stack
trace.
"""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.library import LiveLibrary
from tests.api.visitor.person import Person

WORD = "plantedqwrtzpsdf"
ID = "63450db4-a9b8-40fc-a923-9f1109a2c96f"


def is_plain(answer: httpx.Response, live: LiveLibrary, language: str = "fi") -> bool:
    body = answer.json()
    key = "error." + "".join(f"-{c.lower()}" if c.isupper() else c for c in body["error"]).lstrip("-")
    expected = live.current.text(language, key, most=2000)
    return body["detail"] == expected and WORD not in answer.text and "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": ""}, "TextEmpty"),
        ({"text": " \n\t "}, "TextEmpty"),
        ({"text": "\x00\x07\u202e"}, "TextEmpty"),
        ({"text": "x" * 2001}, "TextTooLong"),
        ({"text": None}, "RequestInvalid"),
        ({"text": 1}, "RequestInvalid"),
        ({"text": [WORD]}, "RequestInvalid"),
        ({"topic": "safety/threats"}, "RequestInvalid"),
        ({"id": WORD}, "RequestInvalid"),
        ({"id": None}, "RequestInvalid"),
        ({"language": "xx"}, "LanguageUnknown"),
        ({"language": ""}, "LanguageUnknown"),
        ({"language": "fi\x00"}, "LanguageUnknown"),
        ({"language": WORD * 10}, "RequestInvalid"),
        ({WORD: WORD}, "RequestInvalid"),
    ],
)
async def test_a_wrong_field(person: Person, live: LiveLibrary, changes: dict[str, Any], error: str) -> None:
    answer = await person.posts("moi", **changes)
    assert (answer.status_code, answer.json()["error"]) == (422, error)
    assert is_plain(answer, live)
    assert await person.turns() == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"null", b"[]", b'"' + WORD.encode() + b'"', b"\xff\xfe" + WORD.encode(), b"{}",
        b'{"text": "\\ud800", "language": "fi", "id": "%s"}' % ID.encode(),
        b"[" * 15_000, b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b'{"text": ' + b"1" * 20_000 + b"}", b"NaN",
    ],
)  # fmt: skip
async def test_a_wrong_body(person: Person, live: LiveLibrary, body: bytes) -> None:
    headers = {**person.authorization, "Content-Type": "application/json"}
    for path in ("/api/messages", "/api/conversations"):
        answer = await person.client.post(path, content=body, headers=headers)
        assert answer.status_code == 422, answer.text
        assert is_plain(answer, live)


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
async def test_what_a_form_of_another_site_could_send_is_no_message(
    person: Person, live: LiveLibrary, content_type: str
) -> None:
    body = json.dumps({"text": WORD, "language": "fi", "id": ID}).encode()
    answer = await person.client.post(
        "/api/messages", content=body, headers={**person.authorization, "Content-Type": content_type}
    )
    assert answer.status_code == 422 and is_plain(answer, live)


async def test_too_large_a_body(person: Person, live: LiveLibrary) -> None:
    answer = await person.posts(WORD * 5000)
    assert (answer.status_code, answer.json()["error"]) == (413, "BodyTooLarge")
    assert is_plain(answer, live)


async def test_a_request_of_another_site(person: Person, live: LiveLibrary) -> None:
    headers = {**person.authorization, "Sec-Fetch-Site": "cross-site"}
    answer = await person.client.post("/api/messages", json={"text": WORD}, headers=headers)
    assert (answer.status_code, answer.json()["error"]) == (403, "FromAnotherSite")
    assert is_plain(answer, live)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/", 404), ("GET", f"/api/{WORD}", 404), ("GET", "/api/messages", 405), ("PUT", "/api/messages", 405)],
)
async def test_a_wrong_address(
    client: httpx.AsyncClient, live: LiveLibrary, method: str, path: str, status: int
) -> None:
    answer = await client.request(method, path, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == status and is_plain(answer, live)
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("en-GB,en;q=0.9", "en"), ("sv,en;q=0.5", "en"), ("fi", "fi"), ("", "fi"), ("xx", "fi"), (",;,=" * 500, "fi"),
        ("EN", "en"),
    ],
)  # fmt: skip
async def test_before_a_language_is_named_the_browsers_decides(
    client: httpx.AsyncClient, live: LiveLibrary, accepted: str, language: str
) -> None:
    answer = await client.get("/api/conversation", headers={"Accept-Language": accepted})
    assert is_plain(answer, live, language)


async def test_a_named_language_goes_before_the_browsers(person: Person, live: LiveLibrary) -> None:
    headers = {**person.authorization, "Accept-Language": "fi"}
    body = {"text": "", "language": "en", "id": ID}
    answer = await person.client.post("/api/messages", json=body, headers=headers)
    assert is_plain(answer, live, "en")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
async def test_any_text_is_answered_or_refused(person: Person, text: str) -> None:
    person = await Person(person.client).begins()
    answer = await person.posts(text)
    assert answer.status_code in {200, 422, 429}


async def test_the_longest_message_of_every_script_passes(person: Person) -> None:
    for letter in "aäสд😀":
        body = json.dumps({"text": letter * 2000, "language": "fi", "id": str(uuid4())}).encode()
        headers = {**person.authorization, "Content-Type": "application/json"}
        assert (await person.client.post("/api/messages", content=body, headers=headers)).status_code == 200
