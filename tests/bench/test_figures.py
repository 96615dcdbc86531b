"""A bench that shows wrong figures is worse than none."""

import pytest

from bench.figures import Figure, percentile, table


@pytest.mark.parametrize(("percent", "expected"), [(0, 1.0), (50, 51.0), (95, 96.0), (100, 100.0)])
def test_percentiles_of_one_to_a_hundred(percent: float, expected: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], percent) == expected


def test_no_values_have_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_a_mark_is_reached_or_missed() -> None:
    assert Figure("latency", 69, "ms", 70).reached is True
    assert Figure("latency", 71, "ms", 70).reached is False
    assert Figure("rate", 19, "/s", 20, more_is_better=True).reached is False
    assert Figure("rate", 21, "/s", 20, more_is_better=True).reached is True
    assert Figure("stated", 1, "MB", None).reached is None


def test_the_table_says_what_was_missed() -> None:
    lines = table([Figure("latency", 71, "ms", 70), Figure("memory of rasa", 100, "MB", None)]).splitlines()
    assert lines[0].endswith("aim ≤ 70   MISSED")
    assert lines[1].endswith("100.0 MB")


def test_the_report_holds_value_and_mark() -> None:
    report = Figure("rate", 21, "/s", 20, more_is_better=True).as_json()
    assert report == {"name": "rate", "value": 21, "unit": "/s", "mark": 20, "reached": True}
