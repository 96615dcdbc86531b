"""The embedded server keeps nothing on the disk and lets nobody watch."""

from collections.abc import Iterator
from typing import Any

import pytest
import valkey

from api.serving.embedded_valkey import EmbeddedValkey, start_alone


@pytest.fixture(scope="module")
def server() -> Iterator[EmbeddedValkey]:
    embedded = EmbeddedValkey.in_new_folder()
    part = start_alone(embedded)
    yield embedded
    part.stop()
    embedded.remove_folder()
    assert not embedded.folder.exists()


@pytest.fixture
def client(server: EmbeddedValkey) -> Any:
    return valkey.Valkey(unix_socket_path=str(server.socket))


def test_it_remembers_until_the_time_is_over(client: Any) -> None:
    client.set("lyhty:test", "x", px=30)
    assert client.get("lyhty:test") == b"x"
    assert client.pttl("lyhty:test") > 0


@pytest.mark.parametrize(
    "command",
    [
        ("MONITOR",),
        ("SLOWLOG", "GET"),
        ("KEYS", "*"),
        ("CONFIG", "SET", "save", "1 1"),
        ("SAVE",),
        ("BGSAVE",),
        ("BGREWRITEAOF",),
        ("REPLICAOF", "127.0.0.1", "1"),
        ("CLIENT", "LIST"),
        ("FLUSHALL",),
        ("SHUTDOWN",),
    ],
)
def test_what_would_watch_or_write_is_refused(client: Any, command: tuple[str, ...]) -> None:
    with pytest.raises(valkey.exceptions.NoPermissionError):
        client.execute_command(*command)


def test_keys_of_others_are_out_of_reach(client: Any) -> None:
    with pytest.raises(valkey.exceptions.NoPermissionError):
        client.set("other:test", "x")


def test_nothing_is_written_to_its_folder(server: EmbeddedValkey, client: Any) -> None:
    client.set("lyhty:test", "planted-word", ex=5)
    assert {path.name for path in server.folder.iterdir()} == {"valkey.conf", "valkey.sock"}


def test_when_memory_is_full_it_refuses_and_keeps_what_it_has(client: Any) -> None:
    client.set("lyhty:first", "kept", ex=60)
    with pytest.raises(valkey.exceptions.ResponseError, match="maxmemory"):
        for number in range(400):
            client.set(f"lyhty:big:{number}", b"x" * 1_000_000, ex=60)
    assert client.get("lyhty:first") == b"kept"
    for number in range(400):
        client.delete(f"lyhty:big:{number}")


def test_the_socket_is_private(server: EmbeddedValkey) -> None:
    assert server.socket.stat().st_mode & 0o077 == 0
    assert server.folder.stat().st_mode & 0o077 == 0
