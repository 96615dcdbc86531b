"""The matrix shows which areas are taken for which, and counts each question once."""

import pytest

from bench.evaluation.areas import Areas
from tests.bench.evaluation.labelled import understood

FOUND = Areas.of(
    [
        understood("work.wages", "work/wages"),
        understood("safety.threats", "work/wages", "safety/threats"),
        understood("residence.permit", "work/wages"),
        understood("unsure", "work/wages", suggested=("work/wages",)),
        understood("out_of_scope", "safety/threats"),
        understood("small_talk.yes", "safety/threats"),
        understood("command.delete", "about/delete-chat"),
    ]
)


def test_areas_asked_for_and_got() -> None:
    assert FOUND.asked == ("about", "safety", "work")
    assert FOUND.got == ("about", "residence", "safety", "work", "three offered", "not my subject", "small talk")


def test_what_is_right_is_the_area_asked_for_whatever_label_it_was() -> None:
    assert FOUND.counts["work", "work"] == 2
    assert FOUND.counts["work", "safety"] == 0
    assert FOUND.counts["about", "about"] == 1


def test_what_is_not_right_is_where_it_went() -> None:
    assert FOUND.counts["work", "residence"] == 1
    assert FOUND.counts["work", "three offered"] == 1
    assert FOUND.counts["safety", "not my subject"] == FOUND.counts["safety", "small talk"] == 1


def test_shares_of_an_area_make_one() -> None:
    assert [sum(row) for row in FOUND.shares()] == pytest.approx([1, 1, 1])
    assert FOUND.shares()[2][:5] == pytest.approx([0, 0.25, 0, 0.5, 0.25])
    assert sum(map(FOUND.total, FOUND.asked)) == 7


def test_no_questions_have_no_areas_asked_for() -> None:
    assert Areas.of([]).asked == ()
    assert Areas.of([]).shares() == []
