"""Regressions are read whole, and each that is understood wrongly is told with why it matters."""

import json
from pathlib import Path

import pytest

from bench.evaluation.reading import RowsBroken
from bench.evaluation.regressions import Regression, broken, read
from bench.evaluation.rows import Alarm
from bench.evaluation.way import ROOT, Program
from content.library import Library
from tests.bench.evaluation.labelled import asked, program, write

_SAYS = """
import json, sys
for line in sys.stdin:
    print(json.dumps(json.loads(sys.argv[1])))
"""
OWN = ROOT / "tests" / "bench" / "regressions.jsonl"
HIDDEN = "the light of the lantern is green today"


def says(intent: str, *others: str, danger: str | None = None) -> Program:
    ranking = [[name, 0.5] for name in [intent, *others]]
    return program(_SAYS, json.dumps({"intent": intent, "confidence": 0.5, "ranking": ranking, "danger": danger}))


def alarm(kind: str, text: str = HIDDEN) -> Regression:
    return Regression(Alarm.model_validate({"text": text, "lang": "en", "danger": kind}), "it matters")


def question(*topics: str, offered: bool = False) -> Regression:
    return Regression(asked(*topics), "it matters", offered)


def test_the_projects_own_regressions_are_about_topics_that_there_are() -> None:
    found = read(OWN)
    topics = {one.row.topics[0] for one in found if not isinstance(one.row, Alarm)} - {"out-of-scope"}
    assert topics <= set(Library.load(ROOT / "content").topic_ids)
    assert {one.row.language for one in found} >= {"fi", "en"}
    assert {isinstance(one.row, Alarm) for one in found} == {True, False}


def test_no_regression_is_a_line_that_was_trained_on() -> None:
    trained = {line.text.lower() for line in Library.load(ROOT / "content").questions()}
    assert not [
        one.row.text for one in read(ROOT / "tests" / "bench" / "regressions.jsonl") if one.row.text.lower() in trained
    ]


def test_lines_are_read_with_why_they_are_there(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.jsonl",
        {"text": "how is this", "lang": "fi", "topics": ["area/one"], "offered": True, "why": "it matters"},
        {"text": HIDDEN, "lang": "en", "danger": "none", "why": "it matters"},
    )
    assert read(path) == [question("area/one", offered=True), alarm("none")]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"text": "a", "lang": "fi", "topics": ["a/b"]}',
        '{"text": "a", "lang": "fi", "topics": ["a/b"], "why": " "}',
        '{"text": "a", "lang": "fi", "why": "b"}',
        '{"text": "a", "lang": "fi", "spans": [], "why": "b"}',
        '{"text": "a", "lang": "fi", "danger": "boredom", "why": "b"}',
    ],
)
def test_a_broken_line_is_named(line: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(RowsBroken, match=r"a\.jsonl:2: it is no regression"):
        read(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    ("regression", "understood", "holds"),
    [
        (question("area/one"), says("area.one"), True),
        (question("area/one"), says("area.two"), False),
        (question("area/one"), says("unsure", "area.one"), False),
        (question("area/one", offered=True), says("unsure", "area.one"), True),
        (question("area/one", offered=True), says("area.one"), True),
        (question("area/one", offered=True), says("area.two", "area.one"), False),
        (question("out-of-scope"), says("unsure", "area.one"), True),
        (question("out-of-scope"), says("area.one"), False),
        (question("chitchat/yes"), says("small_talk.yes"), True),
        (question("chitchat/yes"), says("small_talk.no"), False),
        (alarm("self-harm"), says("area.one", danger="self-harm"), True),
        (alarm("self-harm"), says("area.one", danger="under-18"), False),
        (alarm("self-harm", "I want to kill myself"), says("area.one"), True),
        (alarm("none"), says("area.one"), True),
        (alarm("none"), says("area.one", danger="self-harm"), False),
    ],
)
def test_what_holds(regression: Regression, understood: Program, holds: bool) -> None:
    assert (broken([regression], understood) == []) is holds


def test_what_broke_is_told_with_why_it_matters() -> None:
    told = broken([alarm("none"), question("area/one")], says("area.two", "area.three", danger="self-harm"))
    assert told == [
        "'how is this' got area.two (0.50), offered area/three. It is there because: it matters",
        f"'{HIDDEN}' got danger cards self-harm. It is there because: it matters",
    ]
