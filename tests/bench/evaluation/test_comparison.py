"""Who is ahead is told question by question, so that an easy list of questions flatters nobody."""

from bench.evaluation.comparison import Comparison
from bench.evaluation.shares import Lead
from bench.evaluation.tables import ALL
from bench.evaluation.understanding import Understanding
from bench.evaluation.way import Understood
from tests.bench.evaluation.labelled import understood


def way(name: str, finnish: str, english: str) -> Understanding:
    """A way of understanding: for each question a letter, `r` where it is right."""
    return Understanding(name, [*_found(finnish, "fi"), *_found(english, "en")], (), ())


def _found(letters: str, language: str) -> list[Understood]:
    return [
        understood("area.one" if letter == "r" else "area.two", "area/one", language=language) for letter in letters
    ]


COMPARISON = Comparison(way("Lyhty", "rrr-", "rr--"), way("The other", "r--r", "rrr-"))


def test_leads_by_language_and_for_all() -> None:
    assert COMPARISON.leads() == {"en": Lead(0, 1, 4), "fi": Lead(2, 1, 4), ALL: Lead(2, 2, 8)}


def test_the_text_says_who_is_ahead() -> None:
    lines = COMPARISON.text().splitlines()
    assert "Lyhty beside The other" in lines[0]
    assert [(line.split()[0], line.split()[-1]) for line in lines[1:]] == [
        ("en", "behind"),
        ("fi", "ahead"),
        (ALL, "even"),
    ]


def test_the_text_shows_both_and_the_difference() -> None:
    finnish = COMPARISON.text().splitlines()[2]
    assert finnish.split()[:6] == ["fi", "4", "75.0", ":", "50.0", "+25.0"]


def test_the_report_holds_the_difference() -> None:
    assert COMPARISON.as_json()["en"]["difference"] == -0.25


def test_offering_the_right_topic_is_not_answering_right() -> None:
    offers = Understanding("Offers", [understood("unsure", "area/one", suggested=("area/one",))], (), ())
    answers = Understanding("Answers", [understood("area.one", "area/one")], (), ())
    assert Comparison(answers, offers).leads()["fi"] == Lead(1, 0, 1)
