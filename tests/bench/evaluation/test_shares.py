"""Intervals are compared with published ones: a wrong formula looks just as convincing."""

import pytest

from bench.evaluation.shares import Lead, Share

# R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
# method 3 (Wilson's score without continuity correction).
PUBLISHED = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("count", "of", "low", "high"), PUBLISHED)
def test_intervals_are_the_published_ones(count: int, of: int, low: float, high: float) -> None:
    assert Share(count, of).interval == pytest.approx((low, high), abs=0.00006)


@pytest.mark.parametrize(("count", "of"), [(81, 263), (15, 148), (0, 20), (1, 29)])
def test_an_interval_of_the_others_is_the_mirror_image(count: int, of: int) -> None:
    low, high = Share(count, of).interval
    assert Share(of - count, of).interval == pytest.approx((1 - high, 1 - low))


def test_all_of_many_still_leaves_room() -> None:
    low, high = Share(96, 96).interval
    assert high == 1.0
    assert 0.95 < low < 0.97


def test_more_of_the_same_narrows_the_interval() -> None:
    few, many = Share(8, 10).interval, Share(800, 1000).interval
    assert few[0] < many[0] < 0.8 < many[1] < few[1]


def test_flags_are_counted() -> None:
    assert Share.of_flags([True, False, True, True]) == Share(3, 4)


def test_nothing_measured_says_nothing() -> None:
    assert Share(0, 0).value == 0.0
    assert Share(0, 0).interval == (0.0, 1.0)


def test_the_report_holds_count_and_interval() -> None:
    report = Share(15, 148).as_json()
    assert (report["count"], report["n"]) == (15, 148)
    assert report["share"] == pytest.approx(15 / 148)
    assert report["low"] < report["share"] < report["high"]


def test_a_lead_counts_only_where_the_two_differ() -> None:
    lead = Lead.of_flags([True, True, True, False, False], [True, False, False, True, False])
    assert lead == Lead(only_first=2, only_second=1, of=5)
    assert lead.value == pytest.approx(0.2)


def test_a_lead_turns_round_when_the_two_change_places() -> None:
    ahead, behind = Lead(12, 3, 60), Lead(3, 12, 60)
    assert behind.value == -ahead.value
    assert behind.interval == pytest.approx((-ahead.interval[1], -ahead.interval[0]))


def test_the_interval_of_a_lead_by_hand() -> None:
    # sqrt(12 + 3 − 9² / 60) / 60 = 0.0619…, times 1.96
    low, high = Lead(12, 3, 60).interval
    assert (low, high) == pytest.approx((0.15 - 0.12065, 0.15 + 0.12065), abs=0.0002)


def test_two_that_never_differ_are_even() -> None:
    lead = Lead.of_flags([True, False], [True, False])
    assert (lead.value, lead.interval) == (0.0, (0.0, 0.0))


def test_a_lead_over_nothing_says_nothing() -> None:
    assert Lead(0, 0, 0).value == 0.0
    assert Lead(0, 0, 0).interval == (-1.0, 1.0)


def test_two_lists_of_different_length_are_not_compared() -> None:
    with pytest.raises(ValueError, match="longer"):
        Lead.of_flags([True], [True, False])


def test_the_report_holds_the_difference() -> None:
    report = Lead(12, 3, 60).as_json()
    assert (report["only_first"], report["only_second"], report["n"]) == (12, 3, 60)
    assert report["low"] < report["difference"] < report["high"]
