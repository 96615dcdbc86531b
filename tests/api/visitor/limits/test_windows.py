"""Floods are refused at the stated figure, people behind one address are not, and nothing tells who was counted."""

import gc
from ipaddress import ip_address

import pytest

from api.visitor.limits import figures
from api.visitor.limits.errors import RequestsTooFast, TooManyConversations
from api.visitor.limits.windows import NetworkLimit, TotalLimit, Windows
from tests.api.clocks import StandingClock

ADDRESS = ip_address("192.0.2.77").packed


def allowed(limit: NetworkLimit, network: bytes | None, tries: int) -> int:
    passed = 0
    for _ in range(tries):
        try:
            limit.admit(network)
            passed += 1
        except RequestsTooFast:
            pass
    return passed


def test_ten_times_the_limit_from_one_network_gets_the_limit(clock: StandingClock) -> None:
    assert allowed(NetworkLimit(Windows(clock, 100)), ADDRESS, 1000) == 100


def test_a_thousand_networks_do_not_disturb_each_other(clock: StandingClock) -> None:
    limit = NetworkLimit(Windows(clock, 5))
    networks = [number.to_bytes(4, "big") for number in range(1000)]
    assert [allowed(limit, network, 10) for network in networks] == [5] * 1000


def test_the_next_window_begins_anew_and_the_wait_says_when(clock: StandingClock) -> None:
    limit = NetworkLimit(Windows(clock, 1))
    limit.admit(ADDRESS)
    clock.move(seconds=42.5)
    with pytest.raises(RequestsTooFast) as refused:
        limit.admit(ADDRESS)
    assert refused.value.retry_after == 18
    clock.move(seconds=17)
    with pytest.raises(RequestsTooFast):
        limit.admit(ADDRESS)
    clock.move(seconds=0.5)
    limit.admit(ADDRESS)


def test_fifty_people_behind_one_address_at_human_pace_are_never_refused(clock: StandingClock) -> None:
    limit = NetworkLimit(Windows(clock, figures.PER_NETWORK_AND_MINUTE))
    for _ in range(100):  # ten minutes in which each writes a message every six seconds
        assert allowed(limit, ADDRESS, 50) == 50
        clock.move(seconds=6)


def test_who_has_no_network_is_not_held_back(clock: StandingClock) -> None:
    assert allowed(NetworkLimit(Windows(clock, 1)), None, 100) == 100


def test_processes_share_a_limit(clock: StandingClock) -> None:
    assert figures.share(600, 1) == 600
    assert figures.share(600, 4) == 150
    assert figures.share(7, 2) == 4


def test_no_more_conversations_begin_than_the_total_allows(clock: StandingClock) -> None:
    limit = TotalLimit(Windows(clock, 3))
    for _ in range(3):
        limit.admit()
    with pytest.raises(TooManyConversations) as refused:
        limit.admit()
    assert refused.value.retry_after == 60
    clock.move(minutes=1)
    limit.admit()


def test_a_news_day_is_within_the_total() -> None:
    assert figures.NEW_CONVERSATIONS_PER_MINUTE >= 100 * 60


def everything_held(windows: Windows) -> bytes:
    """All bytes and texts that can be reached from the limiter."""
    seen: set[int] = set()
    waiting: list[object] = [windows]
    found = b""
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type):
            continue
        seen.add(id(thing))
        found += thing if isinstance(thing, bytes) else str(thing).encode() if isinstance(thing, str | int) else b""
        if len(seen) < 5000:
            waiting.extend(gc.get_referents(thing))
    return found


def test_no_address_is_held_in_any_form(clock: StandingClock) -> None:
    windows = Windows(clock, 100)
    NetworkLimit(windows).admit(ADDRESS)
    held = everything_held(windows)
    for form in (ADDRESS, ADDRESS.hex().encode(), b"192.0.2.77", str(int.from_bytes(ADDRESS, "big")).encode()):
        assert form not in held


def test_marks_of_two_windows_cannot_be_linked(clock: StandingClock) -> None:
    windows = Windows(clock, 100)
    windows.count(ADDRESS)
    (first,), key = windows._counts, windows._key
    clock.move(minutes=1)
    windows.count(ADDRESS)
    (second,) = windows._counts
    assert first != second
    assert key not in everything_held(windows), "the key is gone with its minute"


def test_a_flood_from_very_many_networks_does_not_fill_the_memory(clock: StandingClock) -> None:
    windows = Windows(clock, 100)
    for number in range(120_000):
        assert windows.count(number.to_bytes(8, "big")) is None
    assert len(windows._counts) <= 100_000
