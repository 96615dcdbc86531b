"""Nothing is sent to a collector, whatever the server's environment asks for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.api.rasa_channel import free_port, serving

ROOT = Path(__file__).parents[2]
VISIT = """
import asyncio, httpx
from fastapi import FastAPI
from api.settings import Settings

async def visited(app):
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    async def receive():
        if len(messages) == 1:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://lyhty.example") as client:
                await client.get("/health/live")
                await client.post("/api/messages", json={"text": "plantedword"})
        return messages.pop(0)
    async def send(message):
        pass
    await app({"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}, receive, send)

settings = Settings(valkey_url="unix:///nowhere.sock", rasa_url="http://127.0.0.1:9")
"""
APPS = {
    "visitor": "from api.visitor.app import create_app; app = create_app(settings)",
    "staff": "from api.staff.app import create_app; app = create_app(settings)",
    "careless": "app = FastAPI(); app.get('/health/live')(lambda: {})",
}


def reports_of(app: str) -> int:
    """How many reports reach a collector when the application is used by a visitor."""
    received: list[bytes] = []

    async def collect(request: Request) -> Response:
        received.append(await request.body())
        return Response(b"")

    port = free_port()
    environment = {
        "FASTAPI_OTEL_AUTO_CONFIGURE": "true",
        "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}",
        "OTEL_BSP_SCHEDULE_DELAY": "50",
    }
    routes = [Route(f"/v1/{signal}", collect, methods=["POST"]) for signal in ("traces", "metrics", "logs")]
    with serving(Starlette(routes=routes), port):
        code = f"{VISIT}\n{APPS[app]}\nasyncio.run(visited(app))"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, **environment}, check=True)
    return len(received)


@pytest.mark.parametrize("app", ["visitor", "staff"])
def test_our_applications_report_nothing(app: str) -> None:
    assert reports_of(app) == 0


def test_a_careless_application_would_report() -> None:
    """Otherwise the test above could not fail."""
    assert reports_of("careless") > 0
