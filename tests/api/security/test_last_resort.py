"""Whatever breaks becomes an answer, and the log learns the class of the error alone."""

import io

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import LyhtyError, NotFound
from api.security.last_resort import LastResort

WORD = "plantedword"


async def told(_: Request, error: LyhtyError) -> Response:
    return PlainTextResponse(error.name, error.status)


def failing_with(error: Exception, *, after: bool = False) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        words = WORD
        if after:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        assert words
        raise error

    return app


async def answer(app: ASGIApp) -> httpx.Response:
    transport = httpx.ASGITransport(LastResort(app, answer=told))
    async with httpx.AsyncClient(transport=transport, base_url="http://lyhty.example") as client:
        return await client.get("/")


async def test_a_fact_is_told() -> None:
    response = await answer(failing_with(NotFound()))
    assert (response.status_code, response.text) == (404, "NotFound")


@pytest.mark.parametrize("failure", [ValueError(WORD), KeyError(WORD), RecursionError(WORD), MemoryError(WORD)])
async def test_anything_else_is_our_fault_and_is_not_described(failure: Exception, log: io.StringIO) -> None:
    response = await answer(failing_with(failure))
    assert (response.status_code, response.text) == (500, "UnexpectedFailure")
    assert WORD not in log.getvalue()
    assert f"request_failed error={type(failure).__name__.lower()}" in log.getvalue()


async def test_an_answer_that_has_begun_is_not_begun_again() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    await LastResort(failing_with(ValueError(WORD), after=True), answer=told)(scope, _nothing, send)
    assert [message["type"] for message in sent] == ["http.response.start"]


async def _nothing() -> Message:
    return {"type": "http.disconnect"}
