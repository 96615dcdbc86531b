"""The staff's application lives apart: it tells that it lives, and knows nothing of the visitor's."""

import subprocess
import sys

import httpx
import pytest

from api.settings import Settings
from api.staff.app import create_app


async def get(path: str) -> httpx.Response:
    transport = httpx.ASGITransport(create_app(Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://staff.example") as client:
        return await client.get(path)


async def test_it_tells_that_it_lives_behind_the_same_headers() -> None:
    for path in ("/health/live", "/health/ready"):
        response = await get(path)
        assert response.status_code == 200
        assert response.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in response.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/", "/fi/", "/api/messages", "/api/conversation", "/api/openapi.json", "/docs", "/redoc", "/openapi.json"]
)
async def test_nothing_of_the_visitors_is_there(path: str) -> None:
    assert (await get(path)).status_code == 404


def test_it_never_loads_the_visitors_application() -> None:
    code = "import sys, api.staff.app; sys.exit(any(name.startswith('api.visitor') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
