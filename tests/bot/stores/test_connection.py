"""The connection fails fast and comes back by itself."""

import time
from pathlib import Path

import pytest
from valkey.exceptions import ValkeyError

from bot.stores.connection import connect
from tests.bot.valkey_server import ValkeyServer


@pytest.fixture
def server(tmp_path: Path) -> ValkeyServer:
    """A server of this test's own, since it is stopped."""
    made = ValkeyServer(tmp_path)
    made.start()
    return made


async def test_a_server_that_is_away_fails_at_once_and_is_found_again(server: ValkeyServer) -> None:
    client = connect(server.url)
    await client.set("key", "value")
    server.stop()
    with pytest.raises(ValkeyError):
        await client.get("key")
    server.start()
    assert await client.get("key") is None
    await client.aclose()
    server.stop()


async def test_a_restart_between_two_commands_is_not_noticed(server: ValkeyServer) -> None:
    client = connect(server.url)
    await client.ping()
    server.stop()
    server.start()
    assert await client.ping()
    await client.aclose()
    server.stop()


async def test_a_server_that_hangs_is_given_up_on(server: ValkeyServer) -> None:
    client = connect(server.url)
    await client.ping()
    server.freeze()
    started = time.monotonic()
    with pytest.raises(ValkeyError):
        await client.get("key")
    assert time.monotonic() - started < 3
    server.thaw()
    await client.aclose()
    server.stop()


async def test_nothing_is_asked_before_the_first_command() -> None:
    await connect("unix:///nowhere/at/all.sock").aclose()
