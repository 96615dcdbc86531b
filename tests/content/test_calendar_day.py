"""Reviews are overdue by Finland's days, wherever the server stands."""

from datetime import UTC, datetime, timedelta

import pytest

from content import calendar_day


def test_the_day_is_the_one_in_finland() -> None:
    now = datetime.now(UTC)
    assert calendar_day.today() in {(now + timedelta(hours=hours)).date() for hours in (2, 3)}


@pytest.mark.parametrize(("utc", "day"), [("2026-11-24T22:30", 25), ("2026-11-24T21:30", 24), ("2026-06-24T21:30", 25)])
def test_it_changes_at_midnight_in_finland_in_winter_and_summer(
    monkeypatch: pytest.MonkeyPatch, utc: str, day: int
) -> None:
    moment = datetime.fromisoformat(f"{utc}+00:00")

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment.astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(calendar_day, "datetime", Stopped)
    assert calendar_day.today().day == day
