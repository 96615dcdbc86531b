"""A taken port is said in a sentence that names the setting."""

import socket

import pytest

from api.serving.ports import PortTaken, answers, require_free


def test_a_taken_port_is_named_with_its_setting() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=f"Port {port} .*LYHTY_VISITOR_PORT={port + 100}"):
            require_free("127.0.0.1", {"LYHTY_VISITOR_PORT": port})
        assert answers("127.0.0.1", port)


def test_a_free_port_is_fine_and_nobody_answers_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    require_free("127.0.0.1", {"LYHTY_VISITOR_PORT": port})
    assert not answers("127.0.0.1", port)
