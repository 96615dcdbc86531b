"""Dates are written as the reader's language writes them."""

from datetime import date

import pytest

from api.visitor.pages.dates import shown

ENGLISH = {
    "dates.undated": "date not known",
    "dates.month": "{name} {year}",
    "dates.day": "{day} {name} {year}",
    "dates.months.2": "February",
    "dates.months.11": "November",
}


def words(key: str, **values: object) -> str:
    return ENGLISH[key].format(**values)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 4), "4 November 2026"),
        ("2025-02-21", "21 February 2025"),
        ("2025-02", "February 2025"),
        ("2025", "2025"),
        ("undated", "date not known"),
        ("<script>", "date not known"),
    ],
)
def test_a_date_is_written_for_people(day: date | str, expected: str) -> None:
    assert shown(day, words) == expected
