"""Who is ahead is told line by line, so that an easy list of questions flatters nobody, and for each thing apart."""

import pytest

from bench.evaluation.comparison import Comparison
from bench.evaluation.measures import (
    AIMED_AT,
    BEST_TOPIC,
    MEASURES,
    NO_ANSWER_OUTSIDE,
    RIGHT_AT_ONCE,
    RIGHT_OR_OFFERED,
    WRONG,
    Measure,
)
from bench.evaluation.shares import Lead, Share
from bench.evaluation.tables import ALL
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import Understood
from tests.bench.evaluation.labelled import understood

# What became of a question about area/one.
_FOUND = {
    "r": ("area.one", ()),
    "o": ("unsure", ("area/two", "area/one")),
    "f": ("unsure", ("area/one", "area/two")),  # right first, but not sure enough
    "u": ("unsure", ("area/two",)),
    "w": ("area.two", ()),
    "n": ("out_of_scope", ()),
}


def way(name: str, outside: str = "", **questions: str) -> Understanding:
    """A way of understanding: for each question of a language a letter of `_FOUND`, and so for what is outside."""
    found = [_found(letter, "area/one", code) for code, letters in questions.items() for letter in letters]
    return Understanding(name, found, [_found(letter, "out-of-scope", "fi") for letter in outside], ())


def _found(letter: str, topic: str, language: str) -> Understood:
    intent, suggested = _FOUND[letter]
    return understood(intent, topic, suggested=suggested, language=language)


def leads(comparison: Comparison, measure: Measure) -> dict[str, tuple[Lead, str]]:
    return {row.language: (row.lead, row.verdict) for row in comparison.rows(measure)}


COMPARISON = Comparison("other", way("Lyhty", fi="rrrw", en="rrww"), way("The other", fi="rwwr", en="rrrw"))


def test_right_at_once_by_language_and_for_all() -> None:
    assert leads(COMPARISON, RIGHT_AT_ONCE) == {
        "en": (Lead(0, 1, 4), "behind"),
        "fi": (Lead(2, 1, 4), "ahead"),
        ALL: (Lead(2, 2, 8), "even"),
    }


def test_who_answers_wrong_less_often_is_ahead() -> None:
    assert leads(COMPARISON, WRONG) == {
        "en": (Lead(1, 0, 4), "behind"),
        "fi": (Lead(1, 2, 4), "ahead"),
        ALL: (Lead(2, 2, 8), "even"),
    }


@pytest.mark.parametrize(
    ("measure", "ours", "other"),
    [
        (BEST_TOPIC, Share(2, 6), Share(2, 6)),
        (RIGHT_OR_OFFERED, Share(3, 6), Share(1, 6)),
        (WRONG, Share(1, 6), Share(4, 6)),
        (RIGHT_AT_ONCE, Share(1, 6), Share(1, 6)),
    ],
)
def test_each_measure_asks_for_one_thing(measure: Measure, ours: Share, other: Share) -> None:
    cautious, bold = way("Cautious", fi="rofuwn"), way("Bold", fi="rwwwwf")
    bold = Understanding("Bold", [*bold.questions[:5], understood("unsure", "area/one", first="area.one")], (), ())
    row = Comparison("bold", cautious, bold).rows(measure)[-1]
    assert (row.ours, row.other) == (ours, other)


def test_a_first_thought_counts_whatever_was_done_with_it() -> None:
    sure, unsure = way("Sure", fi="r"), way("Unsure", fi="f")
    assert leads(Comparison("unsure", sure, unsure), BEST_TOPIC)["fi"] == (Lead(0, 0, 1), "even")
    assert leads(Comparison("unsure", sure, unsure), RIGHT_AT_ONCE)["fi"] == (Lead(1, 0, 1), "ahead")


def test_what_is_outside_is_to_get_no_answer() -> None:
    comparison = Comparison("other", way("Lyhty", outside="nuw"), way("The other", outside="wwn"))
    assert leads(comparison, NO_ANSWER_OUTSIDE)["fi"] == (Lead(2, 1, 3), "ahead")


def test_without_lines_there_are_no_rows() -> None:
    assert COMPARISON.rows(NO_ANSWER_OUTSIDE) == []
    assert "out of scope" not in COMPARISON.text()
    assert set(COMPARISON.as_json()) == {measure.key for measure in MEASURES} - {"no_answer_outside"}


def test_the_text_has_a_block_for_each_measure() -> None:
    lines = COMPARISON.text().splitlines()
    assert lines[0].startswith("Lyhty : The other")
    start = lines.index(f"  {RIGHT_AT_ONCE.title}")
    verdicts = [(line.split()[0], line.split()[-1]) for line in lines[start + 1 : start + 4]]
    assert verdicts == [("en", "behind"), ("fi", "ahead"), (ALL, "even")]


def test_the_text_shows_both_and_the_difference() -> None:
    (finnish,) = (row for row in COMPARISON.rows(RIGHT_AT_ONCE) if row.language == "fi")
    assert finnish.text().split()[:6] == ["fi", "4", "75.0", ":", "50.0", "+25.0"]


def test_the_report_holds_both_and_the_difference() -> None:
    found = COMPARISON.as_json()["right_at_once"]["en"]  # type: ignore[index]
    assert (found["ours"], found["other"], found["difference"], found["verdict"]) == (0.5, 0.75, -0.25, "behind")


def test_languages_without_content_are_compared_too() -> None:
    codes = ("ar", "et", "ru", "sv", "uk")
    ours, other = (way(name, **dict.fromkeys(codes, letter)) for name, letter in (("Lyhty", "r"), ("Other", "w")))
    assert list(leads(Comparison("other", ours, other), BEST_TOPIC)) == [*codes, ALL]


def test_right_at_once_alone_is_no_aim() -> None:
    assert set(MEASURES) - set(AIMED_AT) == {RIGHT_AT_ONCE}
