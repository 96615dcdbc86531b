"""What only real sockets show: bodies in pieces, bodies that never end, and what the server itself adds."""

import contextlib
import socket
from collections.abc import Iterator
from typing import cast

import httpx
import pytest

from api.security.body_limit import BodyLimit
from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.rasa_channel import free_port, serving

HEAD = b"POST /api/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture
def address(settings: Settings, live: LiveLibrary) -> Iterator[tuple[str, int]]:
    port = free_port()
    app = create_app(settings, library=live)
    (body_limit,) = (guard for guard in app.user_middleware if cast(object, guard.cls) is BodyLimit)
    body_limit.kwargs["seconds"] = 1.0
    with serving(app, port, server_header=False, proxy_headers=False):
        yield "127.0.0.1", port


@pytest.fixture
def http(address: tuple[str, int]) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"http://127.0.0.1:{address[1]}") as client:
        yield client


def raw(address: tuple[str, int], *parts: bytes) -> bytes:
    """Send bytes as they are, and read the answer to its end."""
    with socket.create_connection(address, timeout=10) as connection:
        for part in parts:
            with contextlib.suppress(ConnectionError):
                connection.sendall(part)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        with contextlib.suppress(ConnectionError):
            while piece := connection.recv(65536):
                answer += piece
    return answer


def test_a_question_over_a_real_connection(http: httpx.Client) -> None:
    token = http.post("/api/conversations", json={"language": "fi"}).json()["token"]
    body = {"text": "mun passi on viety", "language": "fi", "id": "0f0c3a52-32e8-4f2e-9d3c-6a6c1c9b7c11"}
    answer = http.post("/api/messages", json=body, headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert "server" not in answer.headers and "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_a_body_in_pieces_without_a_size(http: httpx.Client) -> None:
    pieces = iter([b'{"langu', b'age":', b'"fi"}'])
    answer = http.post("/api/conversations", content=pieces, headers={"Content-Type": "application/json"})
    assert answer.status_code == 201


def test_pieces_that_never_end(address: tuple[str, int]) -> None:
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    piece = b"1000\r\n" + b"x" * 4096 + b"\r\n"
    assert b" 413 " in raw(address, head, *[piece] * 12).split(b"\r\n")[0]


def test_a_large_declared_size_is_refused_unread(address: tuple[str, int]) -> None:
    head = HEAD + b"Content-Length: 9999999\r\n\r\n"
    assert b" 413 " in raw(address, head).split(b"\r\n")[0]


def test_a_body_that_drips_is_told_and_the_line_is_closed(address: tuple[str, int]) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(HEAD + b"Content-Length: 900\r\n\r\n{")
        answer = connection.recv(65536)
        while piece := connection.recv(65536):
            answer += piece
    assert b" 408 " in answer.split(b"\r\n")[0]
    assert b"BodyTooSlow" in answer


def test_who_hangs_up_in_the_middle_disturbs_nobody(address: tuple[str, int], http: httpx.Client) -> None:
    for _ in range(20):
        with socket.create_connection(address) as connection:
            connection.sendall(b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{")
    assert http.get("/health/live").status_code == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
        b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)  # fmt: skip
def test_nonsense_is_refused_and_the_next_is_served(
    address: tuple[str, int], http: httpx.Client, nonsense: bytes
) -> None:
    answer = raw(address, nonsense)
    assert b" 500 " not in answer.split(b"\r\n")[0] and b"Traceback" not in answer
    assert http.get("/health/live").status_code == 200
