"""A clock that stands until it is moved, so that expiry is tested to the second without waiting."""

from datetime import UTC, datetime, timedelta


class StandingClock:
    def __init__(self, at: datetime = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)) -> None:
        self._now = at

    def now(self) -> datetime:
        return self._now

    def move(self, **by: float) -> None:
        """Move on, e.g. `clock.move(minutes=30)`."""
        self._now += timedelta(**by)
