"""What an evaluation hands over: everything that was measured, to people and to programs alike."""

import json
import re
from dataclasses import replace

import pytest

from bench.evaluation import danger, personal
from bench.evaluation.comparison import Comparison
from bench.evaluation.curve import THRESHOLDS
from bench.evaluation.measures import AIMED_AT, MEASURES
from bench.evaluation.reading import Rows
from bench.evaluation.report import Report
from bench.evaluation.rows import Alarm
from bench.evaluation.understanding import Understanding
from tests.bench.evaluation.labelled import program_that_senses, understood

OURS = Understanding(
    "Lyhty",
    [understood("area.one", "area/one"), understood("area.two", "area/one"), understood("area.one", "area/one")],
    [understood("out_of_scope", "out-of-scope")],
    [],
)
OTHER = Understanding("The other", [understood("unsure", "area/one")] * 3, [understood("area.one", "out-of-scope")], [])


def report(*comparisons: Comparison) -> Report:
    alarm = Alarm.model_validate({"lang": "en", "text": "I want to kill myself", "crisis": "self-harm"})
    of_danger = danger.tables(Rows(alarms=[alarm]), [alarm], program_that_senses({}))
    return Report("Counted: all.", OURS, comparisons, of_danger, personal.tables([]))


ALONE = report()
COMPARED = report(Comparison("first", OURS, OTHER), Comparison("second", OURS, replace(OTHER, name="Another")))


def test_the_text_begins_with_what_was_counted_and_ends_with_the_aims() -> None:
    lines = ALONE.text().splitlines()
    assert lines[:2] == ["Counted: all.", "Per cents, with 95 % intervals in brackets."]
    assert lines[-1].startswith("  false alarms") or "aim" in lines[-1]
    assert "What Lyhty aims at" in lines


def test_every_table_is_in_text_and_report() -> None:
    tables = [*ALONE.ours.tables().values(), *ALONE.danger.values(), *ALONE.personal.values()]
    assert all(table.title in ALONE.text() for table in tables)
    found = ALONE.as_json()
    names = {part: set(found[part]) for part in ("understanding", "danger", "personal")}  # type: ignore[call-overload]
    assert names == {
        "understanding": set(ALONE.ours.tables()),
        "danger": set(ALONE.danger),
        "personal": set(ALONE.personal),
    }


def test_confusions_are_in_text_and_report() -> None:
    assert "    1 ×  area/one  →  area/two\n" in ALONE.text()
    assert ALONE.as_json()["confusions"] == [{"asked": "area/one", "got": "area/two", "times": 1}]


def test_the_curve_and_the_calibration_are_in_text_and_report() -> None:
    assert "Answered at once, and answered wrong" in ALONE.text()
    found = ALONE.as_json()
    assert [point["threshold"] for point in found["curve"]] == list(THRESHOLDS)  # type: ignore[attr-defined]
    assert sum(one["right"]["n"] for one in found["calibration"]) == 4  # type: ignore[attr-defined]


def test_each_other_way_has_the_same_tables_and_the_differences() -> None:
    text, found = COMPARED.text(), COMPARED.as_json()
    for key, name in {"first": "The other", "second": "Another"}.items():
        other = found["comparisons"][key]  # type: ignore[index]
        assert other["name"] == name
        assert set(other["understanding"]) == set(found["understanding"])  # type: ignore[call-overload]
        assert set(other["measures"]) == {measure.key for measure in MEASURES}
        assert f"{name}: questions about topics" in text
        assert f"Lyhty : {name}" in text
    assert re.search(r"fi +3 +66\.7 : +0\.0 +\+66\.7 .* ahead", text)


def test_being_ahead_is_an_aim_where_it_was_measured() -> None:
    def names(one: Report) -> set[str]:
        return {aim["name"] for aim in one.as_json()["aims"]}  # type: ignore[attr-defined]

    more = names(COMPARED) - names(ALONE)
    assert more == {f"ahead of {name}, fi: {one.title}" for name in ("The other", "Another") for one in AIMED_AT}


@pytest.mark.parametrize("one", [ALONE, COMPARED])
def test_the_report_can_be_written(one: Report) -> None:
    assert json.loads(json.dumps(one.as_json())) == one.as_json()
