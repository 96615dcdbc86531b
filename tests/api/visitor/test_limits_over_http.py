"""The limits as they meet requests: whose address counts, what is refused, and what is not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from ipaddress import ip_network
from typing import Any

import httpx
import pytest

from api.conversations.figures import MESSAGES_PER_MINUTE
from api.settings import Settings
from api.visitor.app import create_app
from api.visitor.limits.figures import PER_NETWORK_AND_MINUTE
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.visitor.conftest import closed
from tests.api.visitor.person import Person

PROXY = "10.0.0.2"


@pytest.fixture
def behind_proxy(settings: Settings) -> Settings:
    return replace(settings, trusted_proxies=(ip_network(PROXY),), processes=60)


@asynccontextmanager
async def reached_from(
    address: str | None, settings: Settings, live: LiveLibrary, clock: StandingClock
) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings, library=live, clock=clock)
    client: Any = None if address is None else (address, 40_000)
    transport = httpx.ASGITransport(app, client=client)
    async with httpx.AsyncClient(transport=transport, base_url="http://lyhty.example") as made:
        yield made
    await closed(app)


async def refused(client: httpx.AsyncClient, tries: int, headers: dict[str, str] | None = None) -> int:
    answers = [await client.get("/api/conversation", headers=headers) for _ in range(tries)]
    return sum(answer.status_code == 429 for answer in answers)


async def test_behind_the_proxy_each_visitor_has_a_limit_of_their_own(
    behind_proxy: Settings, live: LiveLibrary, clock: StandingClock, valkey: Any
) -> None:
    share = PER_NETWORK_AND_MINUTE // 60
    async with reached_from(PROXY, behind_proxy, live, clock) as client:
        for number in range(5):
            seen = {"X-Forwarded-For": f"198.51.100.99, 203.0.113.{number}"}
            assert await refused(client, share, seen) == 0
            assert await refused(client, 3, seen) == 3


async def test_who_forges_addresses_gains_nothing(
    behind_proxy: Settings, live: LiveLibrary, clock: StandingClock, valkey: Any
) -> None:
    share = PER_NETWORK_AND_MINUTE // 60
    async with reached_from("192.0.2.9", behind_proxy, live, clock) as client:
        for number in range(share):
            assert await refused(client, 1, {"X-Forwarded-For": f"203.0.113.{number}"}) == 0
        assert await refused(client, 5, {"X-Forwarded-For": "203.0.113.200"}) == 5


async def test_a_listener_without_addresses_has_no_limit_of_this_kind(
    behind_proxy: Settings, live: LiveLibrary, clock: StandingClock, valkey: Any
) -> None:
    async with reached_from(None, behind_proxy, live, clock) as client:
        assert await refused(client, 100) == 0


async def test_for_benchmarks_all_limits_can_be_off(
    behind_proxy: Settings, live: LiveLibrary, clock: StandingClock, valkey: Any
) -> None:
    async with reached_from("192.0.2.9", replace(behind_proxy, limits=False), live, clock) as client:
        person = await Person(client).begins()
        for _ in range(MESSAGES_PER_MINUTE * 2):
            await person.asks("moi")


async def test_the_sentence_is_in_the_visitors_language_and_names_the_emergency_number(
    behind_proxy: Settings, live: LiveLibrary, clock: StandingClock, valkey: Any
) -> None:
    async with reached_from("192.0.2.9", behind_proxy, live, clock) as client:
        await refused(client, 50)
        answer = await client.post("/api/conversations", json={"language": "en"})
        assert answer.status_code == 429
        assert answer.json()["detail"] == live.current.text("en", "error.requests-too-fast")
        assert "112" in answer.json()["detail"]
