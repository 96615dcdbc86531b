"""A curve is read to set a threshold by, so a point must be what that threshold would really give."""

import re

import pytest

from bench.evaluation.curve import THRESHOLDS, every_point, points, text
from bench.evaluation.shares import Share
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import ROOT
from tests.bench.evaluation.labelled import understood

WAY = Understanding(
    "Lyhty",
    [
        understood("area.one", "area/one", confidence=0.95),
        understood("area.two", "area/one", confidence=0.7),
        understood("unsure", "area/one", suggested=("area/one",), confidence=0.5),
        understood("small_talk.yes", "area/one", confidence=0.99),
    ],
    [
        understood("unsure", "out-of-scope", suggested=("area/one",), confidence=0.45),
        understood("out_of_scope", "out-of-scope", first="area.one", confidence=0.1),
    ],
    [],
)


@pytest.mark.parametrize(
    ("threshold", "answered", "wrong", "wrong_of_all"),
    [(0.96, 0, 0, 0), (0.95, 1, 0, 0), (0.7, 2, 1, 1), (0.5, 3, 1, 1), (0.4, 3, 1, 2), (0.0, 3, 1, 3)],
)
def test_what_a_threshold_would_give(threshold: float, answered: int, wrong: int, wrong_of_all: int) -> None:
    (found,) = points(WAY, [threshold])
    assert (found.answered, found.wrong) == (Share(answered, 4), Share(wrong, 4))
    assert found.wrong_of_all == Share(wrong_of_all, 6)


def test_the_policys_own_threshold_is_in_the_table() -> None:
    policy = (ROOT / "bot" / "understanding" / "policy.py").read_text(encoding="utf-8")  # lives in another environment
    (least,) = re.findall(r"^    answer: float = ([\d.]+)$", policy, re.MULTILINE)
    assert float(least) in THRESHOLDS


def test_the_whole_curve_goes_from_nothing_certain_to_everything() -> None:
    assert [one.threshold for one in every_point(WAY)] == [0.95, 0.7, 0.5, 0.45, 0.1, 0.0]


def test_a_curve_of_many_confidences_is_drawn_with_some_of_them() -> None:
    many = [understood("area.one", "area/one", confidence=number / 5000) for number in range(1, 5001)]
    drawn = every_point(Understanding("Lyhty", many, [], []))
    assert 100 < len(drawn) <= 202
    assert (drawn[0].threshold, drawn[-1].answered) == (1.0, Share(5000, 5000))


def test_the_table_has_a_line_for_each_threshold() -> None:
    lines = text(points(WAY, [0.3, 0.7])).splitlines()
    assert [line.split() for line in lines[2:]] == [
        ["0.3", "4", "75.0", "25.0", "33.3"],
        ["0.7", "4", "50.0", "25.0", "16.7"],
    ]


def test_nothing_measured_is_a_curve_without_figures() -> None:
    nothing = Understanding("Lyhty", [], [], [])
    assert points(nothing, [0.5])[0].answered == Share(0, 0)
    assert len(every_point(nothing)) == 1


def test_the_report_holds_counts() -> None:
    report = points(WAY, [0.7])[0].as_json()
    assert report["threshold"] == 0.7
    assert report["wrong_of_all"]["n"] == 6  # type: ignore[index]
