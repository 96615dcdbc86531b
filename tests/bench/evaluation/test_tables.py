"""A table that puts a figure beside the wrong name is worse than none."""

import pytest

from bench.evaluation.shares import Share
from bench.evaluation.tables import ALL, Table


def sixes(numbers: list[int]) -> dict[str, Share]:
    return {"six": Share.of_flags(number == 6 for number in numbers), "any_number": Share(len(numbers), len(numbers))}


def by_oddness(*numbers: int) -> Table:
    return Table.by("Numbers thrown", numbers, lambda number: "odd" if number % 2 else "even", sixes)


def test_each_group_has_a_row_and_all_have_one() -> None:
    table = by_oddness(6, 1, 6, 2)
    assert list(table.rows) == ["even", "odd", ALL]
    assert table.share("even", "six") == Share(2, 3)
    assert table.share("odd", "six") == Share(0, 1)
    assert table.share(ALL, "six") == Share(2, 4)


def test_rows_stand_in_the_order_of_their_names() -> None:
    assert list(by_oddness(1, 2).rows) == list(by_oddness(2, 1).rows) == ["even", "odd", ALL]


def test_a_row_that_is_not_there_measured_nothing() -> None:
    assert by_oddness(2).share("odd", "six") == Share(0, 0)


def test_the_text_shows_per_cents_with_their_intervals() -> None:
    lines = by_oddness(6, 1, 6, 2).text().splitlines()
    assert lines[0] == "Numbers thrown"
    assert lines[1].split() == ["n", "six", "any", "number"]
    assert lines[2].split() == ["even", "3", "66.7", "(21–94)", "100.0", "(44–100)"]


def test_columns_stand_under_their_headings() -> None:
    lines = by_oddness(6, 1, 6, 2).text().splitlines()[1:]
    assert len({len(line) for line in lines}) == 1
    assert all(line[lines[0].index("six") + 2] == ")" for line in lines[1:])


def test_nothing_measured_shows_no_figure() -> None:
    lines = by_oddness().text().splitlines()
    assert [line.split() for line in lines[2:]] == [[ALL, "0", "–", "–"]]


def test_shares_of_different_wholes_show_no_common_number() -> None:
    table = Table("Mixed", {ALL: {"one": Share(1, 2), "two": Share(1, 4)}})
    assert table.text().splitlines()[2].split()[:2] == [ALL, "50.0"]


def test_the_report_holds_every_cell() -> None:
    report = by_oddness(6, 1).as_json()
    assert report["odd"]["six"]["n"] == 1
    assert report[ALL]["six"]["share"] == pytest.approx(0.5)
    assert set(report) == {"even", "odd", ALL}
