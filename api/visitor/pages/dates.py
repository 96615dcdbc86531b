"""Dates as people write them, with the months' names from the content library."""

import re
from collections.abc import Callable
from datetime import date

Words = Callable[..., str]
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def shown(day: date | str, words: Words) -> str:
    """A date, a month, a year or "undated" in the reader's language.

    Args:
        day: a date, or text such as `2025-02-21`, `2025-02`, `2025`, `undated`.
        words: gives an interface string by its key and values.
    """
    found = _WRITTEN.fullmatch(str(day))
    if not found:
        return words("dates.undated")
    year, month, number = found.groups()
    if month is None:
        return year
    name = words(f"dates.months.{int(month)}")
    if number is None:
        return words("dates.month", month=int(month), name=name, year=year)
    return words("dates.day", day=int(number), month=int(month), name=name, year=year)
