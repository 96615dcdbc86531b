"""Who may send what: our own pages, and programs that no other site can steer."""

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.errors import LyhtyError
from api.security.last_resort import LastResort
from api.security.same_origin import SameOrigin

HOST = "lyhty.example"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json; charset=utf-8"}


async def done(_: Request) -> Response:
    return PlainTextResponse("done")


async def told(_: Request, error: LyhtyError) -> Response:
    return PlainTextResponse(error.name, error.status)


APP = LastResort(
    SameOrigin(Starlette(routes=[Route("/", done, methods=["GET", "POST", "PUT", "PATCH", "DELETE"])])), answer=told
)


async def status(headers: dict[str, str], method: str = "POST") -> int:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(APP), base_url=f"http://{HOST}") as client:
        return (await client.request(method, "/", headers=headers)).status_code


@pytest.mark.parametrize(
    "headers",
    [
        {**FORM, "Sec-Fetch-Site": "same-origin", "Origin": f"http://{HOST}"},
        {**FORM, "Sec-Fetch-Site": "same-origin"},
        {**FORM, "Sec-Fetch-Site": "none"},
        {**FORM, "Origin": f"http://{HOST}"},
        {**FORM, "Origin": f"https://{HOST}"},
        {**FORM, "Origin": f"https://{HOST.upper()}"},
        {**FORM, "Referer": f"https://{HOST}/fi/"},
        JSON,
        {"Authorization": "Bearer x"},
    ],
)
async def test_our_own_pages_and_programs_pass(headers: dict[str, str]) -> None:
    assert await status(headers) == 200


@pytest.mark.parametrize(
    "headers",
    [
        {**FORM, "Sec-Fetch-Site": "cross-site"},
        {**FORM, "Sec-Fetch-Site": "same-site", "Origin": f"https://{HOST}"},
        {**FORM, "Sec-Fetch-Site": ""},
        {**FORM, "Origin": "https://evil.example"},
        {**FORM, "Origin": "null"},
        {**FORM, "Origin": f"https://{HOST}.evil.example"},
        {**FORM, "Origin": f"https://{HOST}:8443"},
        {**FORM, "Origin": "https://[broken"},
        {**FORM, "Referer": "https://evil.example/lyhty.example"},
        {**FORM, "Referer": "about:blank"},
        FORM,
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/jsonp"},
        {},
        {**JSON, "Origin": "https://evil.example"},
        {"Authorization": "Bearer x", "Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_others_are_refused(headers: dict[str, str]) -> None:
    assert await status(headers) == 403


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
async def test_every_method_that_changes_something_is_guarded(method: str) -> None:
    assert await status({"Sec-Fetch-Site": "cross-site"}, method) == 403


async def test_a_link_from_elsewhere_can_be_followed() -> None:
    assert await status({"Sec-Fetch-Site": "cross-site"}, "GET") == 200
