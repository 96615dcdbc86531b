"""Aims are judged by the figures that they speak of."""

import pytest

from bench.evaluation.aims import Aim, Side, aims, text
from bench.evaluation.comparison import Comparison
from bench.evaluation.measures import AIMED_AT, NO_ANSWER_OUTSIDE
from bench.evaluation.shares import Lead, Share
from bench.evaluation.tables import ALL, Table
from bench.evaluation.understanding import Understanding
from tests.bench.evaluation.labelled import understood


@pytest.mark.parametrize(
    ("count", "side", "mark", "reached"),
    [
        (8, Side.AT_LEAST, 0.8, True),
        (7, Side.AT_LEAST, 0.8, False),
        (1, Side.AT_MOST, 0.1, True),
        (2, Side.AT_MOST, 0.1, False),
        (1, Side.ABOVE, 0.1, False),
        (2, Side.ABOVE, 0.1, True),
        (1, Side.BELOW, 0.1, False),
        (0, Side.BELOW, 0.1, True),
    ],
)
def test_sides_of_a_mark(count: int, side: Side, mark: float, reached: bool) -> None:
    assert Aim("name", Share(count, 10), side, mark).reached is reached


def test_being_even_is_not_being_ahead() -> None:
    assert not Aim("ahead", Lead(3, 3, 10), Side.ABOVE, 0.0).reached
    assert Aim("ahead", Lead(3, 2, 10), Side.ABOVE, 0.0).reached


def table(row: str, **columns: tuple[int, int]) -> Table:
    return Table("Measured", {row: {name: Share(*pair) for name, pair in columns.items()}})


UNDERSTANDING = {
    "topics_by_language": table(ALL, right=(74, 100), right_or_offered=(95, 100), wrong=(6, 100)),
    "out_of_scope": table(ALL, no_answer=(93, 100)),
    "small_talk": table(ALL, right=(8, 10)),
}
DANGER = {
    "explicit": table(ALL, found=(59, 60)),
    "by_language": table(ALL, found=(98, 100)),
    "false_alarms": table(ALL, false_alarms=(9, 100)),
}
KINDS = {"hetu": (8, 8), "email": (6, 6), "iban": (5, 6), "phone": (19, 20), "passport": (9, 10), "name": (7, 10)}
PERSONAL = {
    "by_kind": Table("Measured", {kind: {"masked": Share(*pair)} for kind, pair in KINDS.items()}),
    "texts_without": table(ALL, masked_falsely=(1, 10)),
}
TABLES = {"understanding": UNDERSTANDING, "danger": DANGER, "personal": PERSONAL}


def test_each_aim_looks_at_its_figure() -> None:
    assert {aim.name: (aim.measured.value, aim.reached) for aim in aims(TABLES)} == {
        "answered right": (0.74, False),
        "right, or among the three offered": (0.95, True),
        "answered with a wrong topic": (0.06, True),
        "outside, given no answer": (0.93, True),
        "small talk and commands, right": (0.8, False),
        "danger in plain words, found": (59 / 60, False),
        "danger hinted at or said, found": (0.98, True),
        "false alarms of danger": (0.09, False),
        "identity codes masked": (1.0, True),
        "e-mails masked": (1.0, True),
        "IBANs masked": (5 / 6, False),
        "phones masked": (0.95, False),
        "passports masked": (0.9, True),
        "names masked": (0.7, False),
        "texts without personal data, masked": (0.1, False),
    }


def way(name: str, *intents: str) -> Understanding:
    """A question about area/one in each of three languages, and something outside, with what was made of them."""
    *asked, outside = intents
    questions = [
        understood(intent, "area/one", language=code) for code, intent in zip(("fi", "en", "sv"), asked, strict=True)
    ]
    return Understanding(name, questions, [understood(outside, "out-of-scope")], [])


def test_being_ahead_is_aimed_at_where_there_is_content_and_in_each_measure() -> None:
    ours, other = way("Lyhty", "area.one", "area.two", "area.one", "unsure"), way("X", *["area.two"] * 4)
    found = {aim.name: aim for aim in aims(TABLES, [Comparison("x", ours, other)]) if "ahead" in aim.name}
    assert {name: aim.reached for name, aim in found.items()} == {
        f"ahead of X, {code}: {measure.title}": code == "fi"
        for measure in AIMED_AT
        for code in (("fi",) if measure is NO_ANSWER_OUTSIDE else ("en", "fi"))
    }


def test_being_ahead_is_aimed_at_for_each_other_way() -> None:
    ours, other = way("Lyhty", *["area.one"] * 4), way("X", *["area.two"] * 4)
    comparisons = [Comparison("x", ours, other), Comparison("y", ours, way("Y", *["unsure"] * 4))]
    names = [aim.name for aim in aims(TABLES, comparisons)]
    assert len([name for name in names if name.startswith("ahead of X")]) == 7
    assert len([name for name in names if name.startswith("ahead of Y")]) == 7


def test_what_was_not_measured_is_neither_reached_nor_missed() -> None:
    nothing = {"out_of_scope": table(ALL, no_answer=(0, 0))}
    names = {aim.name for aim in aims({**TABLES, "understanding": {**UNDERSTANDING, **nothing}})}
    assert "outside, given no answer" not in names
    assert "addresses masked" not in names
    assert not any("ahead" in name for name in names)


def test_the_text_says_what_was_missed() -> None:
    lines = text([Aim("right", Share(7, 10), Side.AT_LEAST, 0.8), Aim("wrong", Share(0, 10), Side.AT_MOST, 0.05)])
    right, wrong = lines.splitlines()[1:]
    assert right.split() == ["right", "0.700", "(0.40", "…", "0.89)", "n", "=", "10", "aim", "≥", "0.8", "MISSED"]
    assert wrong.endswith("aim ≤ 0.05  reached")


def test_no_aims_have_a_text() -> None:
    assert text([]) == "What Lyhty aims at\n"


def test_the_report_holds_figure_interval_and_mark() -> None:
    report = Aim("right", Share(15, 148), Side.AT_LEAST, 0.8).as_json()
    assert (report["name"], report["n"], report["aim"], report["reached"]) == ("right", 148, "≥ 0.8", False)
    assert (report["low"], report["high"]) == pytest.approx((0.0624, 0.1605), abs=0.0001)
