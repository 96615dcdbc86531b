"""The machine's clock tells the time with its zone."""

from datetime import timedelta

from api.clock import SystemClock


def test_it_tells_universal_time_and_never_runs_back() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert first.utcoffset() == timedelta(0)
    assert second >= first
