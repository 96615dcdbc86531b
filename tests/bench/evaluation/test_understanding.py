"""The figures about questions, from lines whose outcomes are known beforehand."""

import pytest

from bench.evaluation.reading import Rows
from bench.evaluation.shares import Share
from bench.evaluation.tables import ALL, Table
from bench.evaluation.understanding import Confusion, Understanding
from tests.bench.evaluation.labelled import asked, program_that_knows, understood


def of_questions(*found: object) -> Understanding:
    return Understanding("Lyhty", found, (), ())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def found() -> Understanding:
    """One question of each outcome in Finnish, two in English, and some that are no questions."""
    questions = [
        understood("area.one", "area/one"),
        understood("unsure", "area/one", suggested=("area/two", "area/one")),
        understood("unsure", "area/one", suggested=("area/two",)),
        understood("out_of_scope", "area/one"),
        understood("small_talk.yes", "area/one"),
        understood("area.two", "area/one"),
        understood("area.two", "area/one", suggested=("area/three", "area/one")),
        understood("area.one", "area/one", language="en"),
        understood("area.two", "area/one", language="en"),
    ]
    outside = [
        understood(intent, "out-of-scope")
        for intent in ("out_of_scope", "refused.harm", "unsure", "small_talk.insult", "area.one")
    ]
    talk = [
        understood("small_talk.yes", "chitchat/yes"),
        understood("small_talk.no", "chitchat/yes"),
        understood("unsure", "chitchat/yes"),
        understood("area.one", "chitchat/yes"),
        understood("about.bot-or-human", "about/bot-or-human"),
    ]
    return Understanding("Lyhty", questions, outside, talk)


def counts(table: Table, row: str) -> dict[str, int]:
    return {column: share.count for column, share in table.rows[row].items()}


def test_figures_of_questions(found: Understanding) -> None:
    table = found.tables()["topics_by_language"]
    assert counts(table, "fi") == {
        "right": 1,
        "right_or_offered": 2,
        "right_on_page": 3,
        "unsure": 2,
        "not_my_subject": 1,
        "small_talk": 1,
        "wrong": 2,
    }
    assert {share.of for share in table.rows["fi"].values()} == {7}


def test_languages_are_pooled(found: Understanding) -> None:
    table = found.tables()["topics_by_language"]
    assert list(table.rows) == ["en", "fi", ALL]
    assert table.share(ALL, "right") == Share(2, 9)
    assert table.share(ALL, "wrong") == Share(3, 9)


def test_every_question_is_counted_once_among_the_outcomes(found: Understanding) -> None:
    for row in found.tables()["topics_by_language"].rows.values():
        outcomes = [row[name].count for name in ("right", "unsure", "not_my_subject", "small_talk", "wrong")]
        assert sum(outcomes) == row["right"].of


def test_registers_have_rows_and_their_lack_has_one() -> None:
    rows = Rows(questions=[asked("area/one", register="typo"), asked("area/one", register="typo"), asked("area/two")])
    table = Understanding.of("Lyhty", program_that_knows({"how is this": ["area.one"]}), rows).tables()[
        "topics_by_register"
    ]
    assert table.share("typo", "right") == Share(2, 2)
    assert table.share("none given", "right") == Share(0, 1)


def test_each_language_has_its_registers() -> None:
    codes = ("ar", "et", "fi", "ru", "sv", "uk")
    rows = Rows(questions=[asked("area/one", language=code, register="spoken") for code in codes])
    rows.questions.append(asked("area/two", language="fi", register="typo"))
    way = Understanding.of("Lyhty", program_that_knows({"how is this": ["area.one"]}), rows)
    table = way.tables()["topics_by_language_and_register"]
    assert set(table.rows) == {*(f"{code} spoken" for code in codes), "fi typo", ALL}
    assert table.share("fi spoken", "right") == Share(1, 1)
    assert table.share("fi typo", "right") == Share(0, 1)


def test_figures_of_what_is_outside(found: Understanding) -> None:
    table = found.tables()["out_of_scope"]
    assert counts(table, ALL) == {"no_answer": 4, "refused": 2, "unsure": 1, "small_talk": 1, "answered": 1}


def test_figures_of_small_talk(found: Understanding) -> None:
    assert counts(found.tables()["small_talk"], ALL) == {"right": 2, "unsure": 1, "wrong_topic": 1}


def test_a_program_is_asked_about_all_kinds_of_lines() -> None:
    rows = Rows(
        questions=[asked("area/one", text="one")],
        outside=[asked("out-of-scope", text="two"), asked("out-of-scope", text="three")],
        small_talk=[asked("chitchat/yes", text="four")],
    )
    known = {"one": ["area.one"], "two": ["unsure", "area.one"], "four": ["small_talk.yes"]}
    found = Understanding.of("Lyhty", program_that_knows(known), rows)
    assert [one.intent for one in found.questions] == ["area.one"]
    assert [one.intent for one in found.outside] == ["unsure", "out_of_scope"]
    assert [one.intent for one in found.small_talk] == ["small_talk.yes"]


def test_the_most_frequent_confusion_comes_first_and_of_those_the_gravest() -> None:
    found = of_questions(
        understood("out_of_scope", "area/one"),
        understood("area.two", "area/three", "area/one"),
        *[understood("unsure", "area/two", suggested=("area/one",))] * 2,
    )
    assert found.confusions() == [
        Confusion("area/two", "three others offered", 2),
        Confusion("area/three", "area/two", 1),
        Confusion("area/one", "out_of_scope", 1),
    ]


def test_what_was_right_or_offered_is_no_confusion() -> None:
    found = of_questions(understood("area.one", "area/one"), understood("unsure", "area/one", suggested=("area/one",)))
    assert found.confusions() == []


def test_only_the_worst_confusions_are_listed() -> None:
    found = of_questions(*(understood(f"area.topic-{number}", "area/one") for number in range(40)))
    assert len(found.confusions()) == 15


def test_a_confusion_in_the_report() -> None:
    assert Confusion("a/b", "c/d", 2).as_json() == {"asked": "a/b", "got": "c/d", "times": 2}
