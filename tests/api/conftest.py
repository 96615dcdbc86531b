"""What the gateway's tests share: a real Valkey server, a clock to move, and a small true speaker of Rasa's channel."""

import io
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import valkey as blocking_valkey

from api.conversations.service import Conversations
from api.conversations.store import ConversationStore
from api.conversations.valkey_client import connect, lives
from api.serving.embedded_valkey import EmbeddedValkey, start_alone
from api.settings import Settings
from process.logs import EventFormatter
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel, running_channel


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    embedded = EmbeddedValkey.in_new_folder()
    part = start_alone(embedded)
    yield embedded.url
    part.stop()
    embedded.remove_folder()


@pytest.fixture
def valkey(valkey_url: str) -> Iterator[Any]:
    """The store as an intruder would see it, emptied."""
    client: Any = blocking_valkey.Valkey.from_url(valkey_url)
    for key in client.scan_iter("lyhty:*"):
        client.delete(key)
    yield client
    client.close()


@pytest.fixture(scope="session")
def _channel() -> Iterator[RasaChannel]:
    with running_channel() as channel:
        yield channel


@pytest.fixture
def rasa(_channel: RasaChannel) -> RasaChannel:
    _channel.reset()
    return _channel


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """The process's log as `process.logs` writes it, at DEBUG, while a test runs."""
    written, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(written)
    handler.setFormatter(EventFormatter("gateway"))
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def settings(valkey_url: str, rasa: RasaChannel) -> Settings:
    return Settings(valkey_url=valkey_url, rasa_url=rasa.url)


@pytest.fixture
async def store(settings: Settings, valkey: Any) -> AsyncIterator[ConversationStore]:
    made = ConversationStore(connect(settings), lives(settings))
    yield made
    await made.close()


@pytest.fixture
def conversations(store: ConversationStore, clock: StandingClock) -> Conversations:
    return Conversations(store, clock)
