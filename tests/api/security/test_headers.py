"""The headers stand on every answer; what they make a browser do is tested with real browsers in tests/promises."""

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.security.headers import SecurityHeaders

LEAVE = "https://weather.example/helsinki?x=1"


async def careless(_: Request) -> Response:
    return PlainTextResponse(
        "x",
        headers={
            "Cache-Control": "public",
            "Server": "test/1.0",
            "Content-Security-Policy": "default-src *",
            "X-Own": "1",
        },
    )


async def answer(path: str = "/", *, hsts: bool = False, leave_url: str | None = LEAVE) -> httpx.Response:
    app = SecurityHeaders(Starlette(routes=[Route("/", careless)]), leave_url=leave_url, hsts=hsts)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        return await client.get(path)


def policy(response: httpx.Response) -> dict[str, set[str]]:
    parts = [part.split() for part in response.headers["content-security-policy"].split(";")]
    assert len({part[0] for part in parts}) == len(parts), "a browser takes the first of two and ignores the other"
    return {part[0]: set(part[1:]) for part in parts}


async def test_nothing_is_loaded_or_sent_but_from_and_to_our_own_host() -> None:
    found = policy(await answer())
    assert found["default-src"] == {"'none'"}
    for kind in ("script-src", "style-src", "img-src", "connect-src"):
        assert found[kind] == {"'self'"}
    assert found["frame-ancestors"] == found["base-uri"] == {"'none'"}
    assert not [value for values in found.values() for value in values if "unsafe" in value or "*" in value]


async def test_a_form_may_lead_to_the_leave_target_too_by_origin_alone() -> None:
    assert policy(await answer())["form-action"] == {"'self'", "https://weather.example"}
    assert policy(await answer(leave_url=None))["form-action"] == {"'self'"}


async def test_a_careless_answer_is_corrected_and_its_own_headers_stay() -> None:
    found = (await answer()).headers
    assert found["cache-control"] == "no-store"
    assert "server" not in found
    assert len(found.get_list("content-security-policy")) == 1
    assert found["x-own"] == "1"


async def test_the_rest_is_closed() -> None:
    found = (await answer()).headers
    assert found["referrer-policy"] == "same-origin"
    assert found["x-content-type-options"] == "nosniff"
    assert found["x-frame-options"] == "DENY"
    assert found["cross-origin-opener-policy"] == found["cross-origin-resource-policy"] == "same-origin"
    features = dict(each.strip().split("=") for each in found["permissions-policy"].split(","))
    assert set(features.values()) == {"()"}
    assert {"camera", "microphone", "geolocation"} <= features.keys()


async def test_an_error_carries_them_too() -> None:
    response = await answer("/nowhere")
    assert response.status_code == 404
    assert response.headers["cache-control"] == "no-store"


async def test_https_only_is_told_behind_tls_alone() -> None:
    assert "strict-transport-security" not in (await answer()).headers
    found = (await answer(hsts=True)).headers["strict-transport-security"]
    assert int(found.split(";")[0].removeprefix("max-age=")) >= 31_536_000
