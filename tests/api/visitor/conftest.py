"""The visitor's application as it is really put together, with the real content and a real Valkey."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.visitor.person import Person

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="session")
def live() -> LiveLibrary:
    return LiveLibrary(CONTENT)


@pytest.fixture
async def app(settings: Settings, live: LiveLibrary, clock: StandingClock, valkey: object) -> AsyncIterator[FastAPI]:
    made = create_app(settings, library=live, clock=clock)
    yield made
    await closed(made)


async def closed(app: FastAPI) -> None:
    await app.state.services.bot.close()
    await app.state.services.store.close()


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://lyhty.example") as made:
        yield made


@pytest.fixture
async def person(client: httpx.AsyncClient) -> Person:
    return await Person(client).begins()
