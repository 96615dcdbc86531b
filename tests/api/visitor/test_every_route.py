"""What holds for every route, taken from the application's own list: guards, headers, no cookie, no stack trace."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Route

from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary

CONTENT = Path(__file__).parents[3] / "content"
EXPECTED = {"/api/messages", "/api/conversations", "/api/conversation", "/health/ready", "/api/openapi.json", "/"}


def routes_of(routes: list[BaseRoute]) -> Iterator[tuple[str, str]]:
    """Every method and path, also of routers that were included."""
    for route in routes:
        inner = getattr(route, "original_router", None)
        if inner is not None:
            yield from routes_of(inner.routes)
        elif isinstance(route, Route | APIRoute):
            for method in route.methods or ():
                yield method, route.path.replace("{language}", "fi").replace("{name}", "x")


ROUTES = sorted(
    set(routes_of(create_app(Settings(valkey_url="unix:///nowhere.sock"), library=LiveLibrary(CONTENT)).routes))
)


def test_the_list_is_the_whole_application() -> None:
    assert {path for _, path in ROUTES} >= EXPECTED
    assert {method for method, _ in ROUTES} >= {"GET", "POST", "DELETE"}


@pytest.mark.parametrize(("method", "path"), ROUTES)
@pytest.mark.parametrize("site", ["same-origin", "cross-site"])
async def test_headers_and_silence(client: httpx.AsyncClient, method: str, path: str, site: str) -> None:
    answer = await client.request(method, path, headers={"Sec-Fetch-Site": site, "Cookie": "a=b"})
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers and "server" not in answer.headers
    assert "Traceback" not in answer.text
    assert answer.status_code < 500


@pytest.mark.parametrize(("method", "path"), [(m, p) for m, p in ROUTES if m not in {"GET", "HEAD"}])
async def test_another_site_can_change_nothing_anywhere(client: httpx.AsyncClient, method: str, path: str) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Content-Type": "application/x-www-form-urlencoded"},
    ):
        assert (await client.request(method, path, headers=headers)).status_code == 403


@pytest.mark.parametrize(("method", "path"), [(m, p) for m, p in ROUTES if m not in {"GET", "HEAD"}])
async def test_no_route_takes_a_huge_body(client: httpx.AsyncClient, method: str, path: str) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    answer = await client.request(method, path, content=b"x" * 100_000, headers=headers)
    assert answer.status_code == 413


async def test_no_route_is_open_to_scripts_of_other_sites(client: httpx.AsyncClient, app: FastAPI) -> None:
    headers = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for _, path in ROUTES:
        answer = await client.options(path, headers=headers)
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.status_code in {404, 405}
