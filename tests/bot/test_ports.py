"""A port is taken once."""

import socket

import pytest

from bot.ports import PortTaken, take
from tests.bot.programs import free_port


def test_a_taken_port_is_told_with_its_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} on 127.0.0.1 is taken. Stop the program"):
            take("127.0.0.1", port)


def test_a_free_port_refuses_callers_until_it_listens() -> None:
    port = free_port()
    with take("127.0.0.1", port) as taken:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port))
        taken.listen()
        socket.create_connection(("127.0.0.1", port)).close()
