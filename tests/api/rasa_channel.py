"""A small true implementation of the channel contract over HTTP, that can be slow, wrong or silent when a test wants
it.

The real Rasa behind the real channel is tested in tests/bot and tests/promises; here its failures must come on command.
"""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

ANSWER = {"kind": "answer", "topic": "residence/reflection-period", "suggestions": [], "confidence": 0.9}


class RasaChannel:
    """Speaks the contract; the attributes say how."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.reset()

    def reset(self) -> None:
        self.decisions: list[dict[str, Any]] = [ANSWER]
        self.danger: str | None = None
        self.delay = 0.0
        self.raw: Response | None = None
        self.heard: list[dict[str, Any]] = []
        self.forgotten: list[str] = []
        self.at_once = 0
        self.most_at_once = 0

    async def message(self, request: Request) -> Response:
        self.heard.append(await request.json())
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(self.delay)
        self.at_once -= 1
        return self.raw or JSONResponse({"decisions": self.decisions, "danger": self.danger})

    async def sense(self, request: Request) -> Response:
        self.heard.append(await request.json())
        await asyncio.sleep(self.delay)
        return JSONResponse({"danger": self.danger})

    async def forget(self, request: Request) -> Response:
        self.forgotten.append(request.path_params["sender"])
        return Response(status_code=204)

    async def health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(app: Any, port: int, **options: Any) -> Iterator[None]:
    """Serve an application over real sockets in a thread of its own."""
    server = uvicorn.Server(
        uvicorn.Config(
            app, host="127.0.0.1", port=port, log_config=None, access_log=False, timeout_graceful_shutdown=1, **options
        )
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join(10)


@contextmanager
def running_channel(port: int = 0) -> Iterator[RasaChannel]:
    port = port or free_port()
    channel = RasaChannel(f"http://127.0.0.1:{port}")
    routes = [
        Route("/webhooks/lyhty/messages", channel.message, methods=["POST"]),
        Route("/webhooks/lyhty/danger", channel.sense, methods=["POST"]),
        Route("/webhooks/lyhty/conversations/{sender}", channel.forget, methods=["DELETE"]),
        Route("/webhooks/lyhty/", channel.health),
    ]
    with serving(Starlette(routes=routes), port):
        yield channel
