"""What the bot's tests share: Rasa made importable as the bot does it, a real Valkey server, a trained small model."""

import importlib.util
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

# Rasa is only in the bot's environment, where these tests are run by a command of their own (see __init__.py).
if importlib.util.find_spec("rasa") is None:
    collect_ignore_glob = ["*"]
else:
    from bot.rasa_logging import drop_all_values
    from bot.without_tensorflow import install

    drop_all_values()
    install()

    from valkey.asyncio import Valkey

    from bot.stores.connection import connect
    from tests.bot.programs import trained
    from tests.bot.valkey_server import ValkeyServer

    @pytest.fixture(scope="session")
    def valkey_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ValkeyServer]:
        server = ValkeyServer(tmp_path_factory.mktemp("valkey"))
        server.start()
        yield server
        server.stop()

    @pytest.fixture
    async def valkey(valkey_server: ValkeyServer) -> AsyncIterator[Valkey]:
        """A client of the server, emptied."""
        client = connect(valkey_server.url)
        await client.flushall()
        yield client
        await client.aclose()

    @pytest.fixture(scope="session")
    def models_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
        """A folder with a model of the real content and the small classifier of word_overlap.py."""
        return trained(tmp_path_factory.mktemp("models"))
