"""The figures about danger, from the real danger check and lines that nobody could read otherwise."""

import pytest

from bench.evaluation import danger
from bench.evaluation.reading import Rows
from bench.evaluation.rows import Alarm
from bench.evaluation.shares import Share
from bench.evaluation.tables import ALL, Table
from tests.bench.evaluation.labelled import asked

PLAIN = "he is hitting me right now"
HIDDEN = "the light of the lantern is green today"


def alarm(text: str, kind: str, language: str = "en") -> Alarm:
    return Alarm.model_validate({"lang": language, "text": text, "crisis": kind})


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    rows = Rows(
        alarms=[
            alarm(PLAIN, "immediate-danger"),
            alarm(HIDDEN, "immediate-danger"),
            alarm(PLAIN, "under-18"),
            alarm("I want to kill myself", "self-harm"),
            alarm("apua!!", "immediate-danger", "fi"),
            alarm(PLAIN, "none"),
            alarm(HIDDEN, "none"),
            alarm(HIDDEN, "none", "fi"),
        ],
        outside=[asked("out-of-scope", text=PLAIN), asked("out-of-scope", text=HIDDEN)],
        small_talk=[asked("chitchat/yes", text="ok")],
    )
    return danger.tables(rows, [alarm(PLAIN, "immediate-danger"), alarm(HIDDEN, "none")])


def test_danger_that_is_found(tables: dict[str, Table]) -> None:
    assert tables["by_language"].share("en", "found") == Share(3, 4)
    assert tables["by_language"].share(ALL, "found") == Share(4, 5)


def test_another_kind_of_danger_is_found_but_is_not_that_kind(tables: dict[str, Table]) -> None:
    minor = tables["by_kind"].rows["under-18"]
    assert (minor["found"], minor["kind_found"], minor["kind_shown_first"]) == (Share(1, 1), Share(0, 1), Share(0, 1))
    harm = tables["by_kind"].rows["self-harm"]
    assert (harm["found"], harm["kind_found"], harm["kind_shown_first"]) == (Share(1, 1), Share(1, 1), Share(1, 1))


def test_the_safe_word_is_help_but_no_kind_of_danger(tables: dict[str, Table]) -> None:
    row = tables["by_kind_and_language"].rows["immediate-danger fi"]
    assert (row["found"], row["kind_found"]) == (Share(1, 1), Share(0, 1))


def test_false_alarms_are_counted_where_there_is_no_danger(tables: dict[str, Table]) -> None:
    assert tables["false_alarms"].share("en", "false_alarms") == Share(1, 2)
    assert tables["false_alarms"].share("fi", "false_alarms") == Share(0, 1)
    assert tables["false_alarms_elsewhere"].share(ALL, "false_alarms") == Share(1, 3)


def test_the_list_of_plain_words_counts_its_dangers_only(tables: dict[str, Table]) -> None:
    assert tables["explicit"].share(ALL, "found") == Share(1, 1)


def test_words_are_made_readable_first() -> None:
    hidden_by_a_control = alarm(PLAIN.replace("hitting", "hit\x07ting"), "immediate-danger")
    assert danger.tables(Rows(alarms=[hidden_by_a_control]), [])["by_language"].share(ALL, "found") == Share(1, 1)


def test_no_lines_give_no_figures() -> None:
    assert danger.tables(Rows(), [])["by_language"].share(ALL, "found") == Share(0, 0)
