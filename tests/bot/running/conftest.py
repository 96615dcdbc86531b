"""The whole bot, running: one for all tests here, each with a conversation of its own."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.programs import ActionsProgram, RasaProgram
from tests.bot.valkey_server import ValkeyServer


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("running")


@pytest.fixture(scope="session")
def store(folder: Path) -> Iterator[ValkeyServer]:
    """The running bot's own Valkey server."""
    server = ValkeyServer(folder)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def actions(folder: Path) -> Iterator[ActionsProgram]:
    program = ActionsProgram(folder)
    program.start()
    yield program
    program.stop()


@pytest.fixture(scope="session")
def rasa(folder: Path, store: ValkeyServer, actions: ActionsProgram, models_dir: Path) -> Iterator[RasaProgram]:
    program = RasaProgram(folder, store.url, actions.port, models_dir)
    program.start()
    yield program
    program.stop()


@pytest.fixture
def sender() -> str:
    return secrets.token_urlsafe(24)


@pytest.fixture
def planted() -> str:
    """A word that is nowhere else in the world."""
    return f"sana{secrets.token_hex(12)}"
