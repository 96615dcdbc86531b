"""P1: floods are held back at the stated figure, without the store or the log ever holding who was counted.

The limits are tried on further processes of the visitor's application, started beside the running Lyhty on its store
and its dialogue model, as production starts more than one: the shared Lyhty itself has them off.
"""

import gc
import os
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest

from api.visitor.limits.windows import WINDOW_SECONDS, NetworkLimit, Windows
from bench.running import ROOT, RunningLyhty, eventually, free_port
from tests.api.clocks import StandingClock
from tests.promises.browsing import PASSPORT, PASSPORT_QUESTION
from tests.promises.places import everything_in
from tests.promises.visitor import Visitor

PROCESSES = 10  # the more share a limit, the shorter the flood that reaches it
LIMIT = 600 // PROCESSES  # the stated figure, written here anew, so that nobody moves it unawares
_FLOOD_SECONDS = 25
_TWO_STARTS_SECONDS = 50
REFUSED = 429
PEOPLE, PACE_SECONDS = 50, 6


@dataclass
class Gateway:
    """A further process of the visitor's application."""

    url: str
    output: Path
    process: subprocess.Popen[bytes]

    def asks_from(self, client: httpx.Client, forwarded: str) -> int:
        """One request that counts, and needs neither a conversation nor the dialogue; gives its status."""
        body = {"topic": "no/such-topic", "language": "en", "id": str(uuid.uuid4())}
        answer = client.post(f"{self.url}/api/messages", json=body, headers={"X-Forwarded-For": forwarded})
        return answer.status_code

    def statuses(self, addresses: list[str]) -> list[int]:
        """The statuses of one request from each address in turn."""
        with httpx.Client(timeout=30) as client:
            return [self.asks_from(client, address) for address in addresses]


@contextmanager
def _gateway(lyhty: RunningLyhty, folder: Path, **settings: str) -> Iterator[Gateway]:
    port, store = free_port(), lyhty.valkey().connection_pool.connection_kwargs["path"]
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("LYHTY_")},
        "LYHTY_LIMITS": "on",
        "LYHTY_VISITOR_PORT": str(port),
        "LYHTY_RASA_PORT": str(lyhty.ports["rasa"]),
        "LYHTY_VALKEY_URL": f"unix://{store}",
        **settings,
    }
    output = folder / f"gateway-{port}.log"
    with output.open("wb") as stream:
        command = [sys.executable, "-m", "api.cli", "serve", "visitor"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)
        gateway = Gateway(f"http://127.0.0.1:{port}", output, process)
        try:
            assert eventually(lambda: _is_ready(gateway), seconds=90), output.read_text()
            yield gateway
        finally:
            process.terminate()
            process.wait(30)


def _is_ready(gateway: Gateway) -> bool:
    try:
        return httpx.get(f"{gateway.url}/health/ready", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


BEHIND_A_PROXY = {"LYHTY_TRUSTED_PROXY": "127.0.0.1", "LYHTY_PROCESSES": str(PROCESSES)}


@pytest.fixture(scope="module")
def gateway(lyhty: RunningLyhty, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    with _gateway(lyhty, tmp_path_factory.mktemp("gateway"), **BEHIND_A_PROXY) as gateway:
        yield gateway


def _wait_for_a_window(seconds: float) -> None:
    """Wait until so much of the minute is left, so that what follows falls into one window."""
    left = WINDOW_SECONDS - time.time() % WINDOW_SECONDS
    if left < seconds:
        time.sleep(left + 0.1)


@pytest.fixture
def window() -> None:
    _wait_for_a_window(_FLOOD_SECONDS)


def _passed(statuses: list[int]) -> int:
    return len(statuses) - Counter(statuses)[REFUSED]


def _is_the_limit(passed: int) -> bool:
    return abs(passed - LIMIT) <= 1


@pytest.mark.usefixtures("window")
def test_ten_times_the_limit_from_one_address_gets_the_limit(gateway: Gateway) -> None:
    assert _is_the_limit(_passed(gateway.statuses(["203.0.113.7"] * LIMIT * 10)))
    assert _passed(gateway.statuses(["203.0.113.8"])) == 1, "another address is not held back"


@pytest.mark.usefixtures("window")
def test_a_thousand_addresses_are_let_in_while_one_is_held_back(gateway: Gateway) -> None:
    gateway.statuses(["203.0.113.9"] * (LIMIT + 1))
    thousand = [f"198.51.{number // 250}.{number % 250}" for number in range(1000)]
    assert _passed(gateway.statuses(thousand)) == 1000
    assert _passed(gateway.statuses(["203.0.113.9"])) == 0


@pytest.mark.usefixtures("window")
def test_a_household_of_ipv6_is_one_address(gateway: Gateway) -> None:
    household = [f"2001:db8:0:1::{number:x}" for number in range(1, LIMIT * 2)]
    assert _is_the_limit(_passed(gateway.statuses(household)))
    assert _passed(gateway.statuses(["2001:db8:0:2::1"])) == 1


@pytest.mark.usefixtures("window")
def test_what_a_visitor_writes_before_the_proxys_word_has_no_effect(gateway: Gateway) -> None:
    spoofed = [f"192.0.2.{number}, 203.0.113.10" for number in range(LIMIT * 2)]
    assert _is_the_limit(_passed(gateway.statuses(spoofed)))


@pytest.mark.usefixtures("window")
def test_without_a_trusted_proxy_a_spoofed_address_has_no_effect(lyhty: RunningLyhty, tmp_path: Path) -> None:
    with _gateway(lyhty, tmp_path, LYHTY_PROCESSES=str(PROCESSES)) as gateway:
        spoofed = [f"192.0.2.{number}" for number in range(LIMIT * 2)]
        assert _is_the_limit(_passed(gateway.statuses(spoofed)))


@pytest.mark.usefixtures("window")
def test_who_is_held_back_is_told_when_and_gets_help_in_danger(gateway: Gateway) -> None:
    visitor = Visitor(gateway.url, "en", {"X-Forwarded-For": "203.0.113.11"}).begins()
    gateway.statuses(["203.0.113.11"] * (LIMIT + 1))
    refused = visitor.posts("he is hitting me now and he has a knife")
    assert refused.status_code == REFUSED
    assert 0 < int(refused.headers["retry-after"]) <= WINDOW_SECONDS
    assert "112" in refused.json()["detail"]
    assert [reply["danger"] for reply in refused.json()["replies"]] == ["immediate-danger"]


@pytest.mark.usefixtures("window")
def test_no_address_is_in_the_store_or_the_log(gateway: Gateway, lyhty: RunningLyhty) -> None:
    address = "203.0.113.77"
    visitor = Visitor(gateway.url, "en", {"X-Forwarded-For": address}).begins()
    visitor.asks(PASSPORT_QUESTION["en"])
    gateway.statuses([address] * (LIMIT + 1))
    stored, packed = everything_in(lyhty.valkey()), ip_address(address).packed
    assert stored, "the conversation is in the store"
    for form in (address.encode(), packed, packed.hex().encode(), str(int(ip_address(address))).encode()):
        assert form not in stored
    assert address not in gateway.output.read_text() + lyhty.log()
    visitor.deletes()


def test_a_restart_forgets_who_was_counted(lyhty: RunningLyhty, tmp_path: Path) -> None:
    """The counts are in memory only, so nothing of them can be found after the process has ended."""
    _wait_for_a_window(_TWO_STARTS_SECONDS)
    for _ in range(2):
        with _gateway(lyhty, tmp_path, **BEHIND_A_PROXY) as gateway:
            assert _is_the_limit(_passed(gateway.statuses(["203.0.113.12"] * (LIMIT + 10))))


def test_nothing_of_one_window_is_held_in_the_next() -> None:
    """Neither the key nor a mark made with it, so that nobody can be followed from one minute to another."""
    clock = StandingClock()
    windows = Windows(clock, LIMIT)
    NetworkLimit(windows).admit(ip_address("203.0.113.7").packed)
    before = _numbers_and_bytes(windows)
    clock.move(seconds=WINDOW_SECONDS)
    NetworkLimit(windows).admit(ip_address("203.0.113.7").packed)
    after = _numbers_and_bytes(windows)
    assert before, "a window holds a key and marks"
    assert after, "a window holds a key and marks"
    assert not before & after


def _numbers_and_bytes(windows: Windows) -> set[bytes]:
    """All byte strings of at least eight bytes that can be reached from the limiter's own fields."""
    waiting: list[object] = list(vars(windows).values())
    found: set[bytes] = set()
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, bytes) and len(thing) >= 8:
            found.add(thing)
        elif isinstance(thing, dict | list | set | tuple):
            waiting.extend(gc.get_referents(thing))
    return found


def test_fifty_people_behind_one_address_are_never_refused(lyhty: RunningLyhty, tmp_path: Path) -> None:
    """A shelter, a phone company: one address for all, who begin at the same time and write for a minute."""
    with _gateway(lyhty, tmp_path, LYHTY_TRUSTED_PROXY="127.0.0.1") as gateway:
        statuses: Counter[int] = Counter()
        people = [threading.Thread(target=_writes, args=(gateway, number, statuses)) for number in range(PEOPLE)]
        for person in people:
            person.start()
        for person in people:
            person.join()
    assert statuses == {200: PEOPLE * (WINDOW_SECONDS // PACE_SECONDS)}


def _writes(gateway: Gateway, number: int, statuses: Counter[int]) -> None:
    """One person: a first message in own words, then a button or a few words each few seconds."""
    time.sleep(number * PACE_SECONDS / PEOPLE)
    visitor = Visitor(gateway.url, "en", {"X-Forwarded-For": "203.0.113.50"}).begins()
    for message in range(WINDOW_SECONDS // PACE_SECONDS):
        started = time.monotonic()
        in_own_words = message % 5 == 0
        what = {"text": PASSPORT_QUESTION["en"]} if in_own_words else {"topic": PASSPORT}
        body = {**what, "language": "en", "id": str(uuid.uuid4())}
        statuses[visitor.http.post("/api/messages", json=body, headers=visitor.authorization).status_code] += 1
        time.sleep(max(0.0, PACE_SECONDS - (time.monotonic() - started)))
    visitor.deletes()
