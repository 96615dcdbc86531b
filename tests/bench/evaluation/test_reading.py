"""Somebody who labels questions is told the line that is wrong, and how to mend it."""

from pathlib import Path

import pytest

from bench.evaluation.reading import RowsBroken, read
from bench.evaluation.rows import Alarm, Asked, Confided, Span
from tests.bench.evaluation.labelled import write


def problems_of(*paths: Path) -> list[str]:
    with pytest.raises(RowsBroken) as caught:
        read(paths)
    return str(caught.value).splitlines()


def test_questions_keep_their_labels(tmp_path: Path) -> None:
    row = {"lang": "sv", "text": "hur gör man", "topics": ["area/one", "area/two"], "register": "spoken"}
    assert read([write(tmp_path / "a.jsonl", row)]).questions == [Asked.model_validate(row)]


def test_danger_keeps_its_kind_and_none_is_no_danger(tmp_path: Path) -> None:
    rows = [{"lang": "ru", "text": "a", "crisis": "self-harm"}, {"lang": "ru", "text": "b", "crisis": "none"}]
    alarms = read([write(tmp_path / "a.jsonl", *rows)]).alarms
    assert [(row.text, row.kind) for row in alarms] == [("a", "self-harm"), ("b", None)]


def test_danger_lines_of_the_tests_are_read_too(tmp_path: Path) -> None:
    rows = [{"lang": "en", "text": "a", "danger": "under-18"}, {"lang": "en", "text": "b", "danger": None}]
    alarms = read([write(tmp_path / "a.jsonl", *rows)]).alarms
    assert alarms == [Alarm.model_validate(row) for row in rows]


def test_personal_data_keeps_its_spans(tmp_path: Path) -> None:
    row = {"lang": "et", "text": "see on Kalle", "spans": [{"text": "Kalle", "kind": "name"}]}
    (confided,) = read([write(tmp_path / "a.jsonl", row)]).confided
    assert confided == Confided.model_validate(row)
    assert confided.spans == (Span(text="Kalle", kind="name"),)


def test_small_talk_and_other_subjects_are_told_apart(tmp_path: Path) -> None:
    rows = [
        {"lang": "uk", "text": "a", "topics": ["chitchat/greeting"]},
        {"lang": "uk", "text": "b", "topics": ["out-of-scope"]},
        {"lang": "uk", "text": "c", "topics": ["area/one"], "register": "typo"},
        {"lang": "uk", "text": "d", "topics": ["area/one"]},
    ]
    found = read([write(tmp_path / "a.jsonl", *rows)])
    assert [row.text for row in found.small_talk] == ["a", "d"]
    assert [row.text for row in found.outside] == ["b"]
    assert [row.text for row in found.questions] == ["c"]


def test_questions_without_a_register_are_questions_where_there_is_no_small_talk(tmp_path: Path) -> None:
    row = {"lang": "ar", "text": "d", "topics": ["area/one"]}
    assert len(read([write(tmp_path / "a.jsonl", row)]).questions) == 1


def test_small_talk_of_one_file_leaves_questions_of_another_alone(tmp_path: Path) -> None:
    talk = write(tmp_path / "talk.jsonl", {"lang": "fi", "text": "a", "topics": ["chitchat/yes"]})
    questions = write(tmp_path / "questions.jsonl", {"lang": "fi", "text": "b", "topics": ["area/one"]})
    found = read([talk, questions])
    assert ([row.text for row in found.small_talk], [row.text for row in found.questions]) == (["a"], ["b"])


def test_blank_lines_and_odd_line_ends_inside_texts_are_no_trouble(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", {"lang": "fi", "text": "yksi\u2028kaksi\x85", "topics": ["area/one"]})
    path.write_text(path.read_text(encoding="utf-8") + "\n  \n", encoding="utf-8")
    assert [row.text for row in read([path]).questions] == ["yksi\u2028kaksi\x85"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"lang": "fi", "text"', "it is no JSON"),
        ('["fi"]', "it is no JSON object"),
        ('{"lang": "fi", "text": "a"}', "exactly one of the fields topics, crisis"),
        ('{"lang": "fi", "text": "a", "topics": ["b/c"], "crisis": "none"}', "exactly one of the fields"),
        ('{"lang": "fi", "text": "a", "topics": ["b/c"], "tone": "sad"}', "the field 'tone' is not known"),
        ('{"lang": "fi", "text": "a", "topics": []}', "the field 'topics' is wrong"),
        (
            '{"lang": "fi", "text": " ", "topics": ["b/c"]}',
            "the field 'text' is wrong: Value error, there are no words",
        ),
        ('{"lang": "Finnish", "text": "a", "topics": ["b/c"]}', "the field 'lang' is wrong"),
        ('{"lang": "fi", "topics": ["b/c"]}', "the field 'text' is wrong: Field required"),
        ('{"lang": "fi", "text": "a", "crisis": "flood"}', "the field 'crisis' is wrong"),
        ('{"lang": "fi", "text": "a", "spans": [{"text": "b"}]}', "the field 'spans.0.kind' is wrong"),
        ('{"lang": "fi", "text": "a", "spans": [{"text": "b", "kind": "name"}]}', "the text does not hold 'b'"),
    ],
)
def test_a_broken_line_is_named(line: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"lang": "fi", "text": "a", "crisis": "none"}\n' + line + "\n", encoding="utf-8")
    (problem,) = problems_of(path)
    assert problem.startswith(f"{path}:2: ")
    assert reason in problem


def test_all_files_are_read_before_anything_is_said(tmp_path: Path) -> None:
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    first.write_text("{\n", encoding="utf-8")
    second.write_text("[]\n[]\n", encoding="utf-8")
    assert [problem.split(": ")[0] for problem in problems_of(first, second)] == [
        f"{first}:1",
        f"{second}:1",
        f"{second}:2",
    ]


def test_a_flood_of_problems_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("[]\n" * 50, encoding="utf-8")
    problems = problems_of(path)
    assert len(problems) == 21
    assert problems[-1] == "… and 30 more."


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    missing, folder = problems_of(tmp_path / "none.jsonl", tmp_path)
    assert "none.jsonl: it cannot be read (No such file or directory)" in missing
    assert "it cannot be read (Is a directory)" in folder


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"lang": "fi", "text": "ä", "crisis": "none"}'.encode("latin-1"))
    assert problems_of(path) == [f"{path}: it is not UTF-8. Save it as UTF-8."]
