"""Confidences are believed where, of the lines with about that much, as many are right."""

import pytest

from bench.evaluation.calibration import BINS, bins
from bench.evaluation.shares import Share
from tests.bench.evaluation.labelled import understood


def test_lines_are_put_where_their_confidence_is() -> None:
    found = bins(
        [
            understood("area.one", "area/one", confidence=0.71),
            understood("area.two", "area/one", confidence=0.79),
            understood("unsure", "area/one", suggested=("area/one",), confidence=0.2),
        ]
    )
    assert {number: one.right for number, one in enumerate(found) if one.right.of} == {2: Share(1, 1), 7: Share(1, 2)}
    assert found[7].stated == pytest.approx(0.75)


def test_certainty_is_in_the_last_bin_and_none_in_the_first() -> None:
    found = bins([understood("area.one", "area/one", confidence=one) for one in (0.0, 1.0)])
    assert (found[0].right.of, found[-1].right.of) == (1, 1)
    assert (found[0].low, found[-1].high) == (0.0, 1.0)


def test_every_bin_is_there_without_lines() -> None:
    assert [one.right for one in bins([])] == [Share(0, 0)] * BINS


def test_an_answer_to_what_is_outside_is_not_right() -> None:
    (found,) = (one for one in bins([understood("area.one", "out-of-scope", confidence=0.9)]) if one.right.of)
    assert found.right == Share(0, 1)
    assert found.as_json()["right"]["count"] == 0  # type: ignore[index]
