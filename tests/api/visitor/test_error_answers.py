"""Errors on pages and in the JSON interface: one fact, two forms, the same sentence."""

import httpx
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.errors import LyhtyError
from api.visitor.error_answers import sentence
from content.library import LiveLibrary
from tests.api.visitor.person import Person


@pytest.fixture
def with_plain_pages(app: FastAPI) -> FastAPI:
    async def page(request: Request, error: LyhtyError) -> Response:
        return HTMLResponse(f"<p>{sentence(request, error)}</p>", error.status)

    app.state.error_page = page
    return app


async def test_a_page_gets_a_page(with_plain_pages: FastAPI, client: httpx.AsyncClient, live: LiveLibrary) -> None:
    answer = await client.get("/no/such/page", headers={"Accept-Language": "en"})
    assert answer.status_code == 404
    assert answer.text == f"<p>{live.current.text('en', 'error.not-found')}</p>"


async def test_the_guards_refusals_are_pages_too(
    with_plain_pages: FastAPI, client: httpx.AsyncClient, live: LiveLibrary
) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await client.post("/fi/", content=b"text=x", headers={**form, "Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.text) == (403, f"<p>{live.current.text('fi', 'error.from-another-site')}</p>")
    answer = await client.post("/fi/", content=b"x" * 40_000, headers={**form, "Sec-Fetch-Site": "same-origin"})
    assert (answer.status_code, answer.text) == (413, f"<p>{live.current.text('fi', 'error.body-too-large')}</p>")
    assert answer.headers["cache-control"] == "no-store" and "content-security-policy" in answer.headers


async def test_without_pages_there_is_still_the_sentence(
    app: FastAPI, client: httpx.AsyncClient, live: LiveLibrary
) -> None:
    del app.state.error_page
    answer = await client.get("/no/such/page")
    assert (answer.status_code, answer.text) == (404, live.current.text("fi", "error.not-found"))


async def test_a_fault_in_an_endpoint_is_told_without_its_words(app: FastAPI, live: LiveLibrary) -> None:
    @app.get("/api/broken")
    async def broken(text: str) -> None:
        raise RuntimeError(text)

    transport = httpx.ASGITransport(app)  # would raise here if the exception got through
    async with httpx.AsyncClient(transport=transport, base_url="http://lyhty.example") as client:
        answer = await client.get("/api/broken", params={"text": "plantedword"})
    assert (answer.status_code, answer.json()["error"]) == (500, "UnexpectedFailure")
    assert "plantedword" not in answer.text


async def test_an_error_without_replies_has_no_empty_list_of_them(person: Person) -> None:
    answer = await person.posts("")
    assert answer.json().keys() == {"error", "detail"}
