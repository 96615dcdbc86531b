"""A wrong field is named by its name and line, in an editor's words and not in a program's."""

import re

import pytest

from content.field_problems import validate
from content.located_yaml import parse
from content.problems import Problem
from content.schema import TopicFields
from tests.content.small_folder import NEIGHBOUR, TOPIC, head

FIRST_LINE = 2
HEAD = head("en", TOPIC, NEIGHBOUR)


def problem_after(old: str, new: str) -> Problem:
    """The one problem of a topic's head in which one passage was replaced."""
    assert old in HEAD
    fields, problems = validate(TopicFields, parse(HEAD.replace(old, new), FIRST_LINE), "en/x.md")
    assert fields is None
    assert len(problems) == 1, problems
    return problems[0]


def test_right_fields_become_a_model() -> None:
    fields, problems = validate(TopicFields, parse(HEAD), "en/x.md")
    assert problems == []
    assert fields is not None
    assert fields.id == TOPIC


CASES = [
    ("status: draft\n", "", "'status' is missing", "Add it"),
    ("status: draft", "status: done", "'status' cannot be 'done'", "'draft' or 'reviewed'"),
    ("title: en", "titel: x\ntitle: en", "no field called 'titel'", "Did you mean 'title'?"),
    ("title: en", "colour: x\ntitle: en", "no field called 'colour'", "The fields are: id, title"),
    ("review_by: 2027-05-20", "review_by: 20.5.2027", "'review_by': This is not a date", "year-month-day"),
    ("date: 2026-11-20", "date: 2026-02-30", "'date': This is not a date", "a day that exists"),
    ("https://www.finlex.fi/fi/301", "www.finlex.fi", "'url'", "Copy the whole address"),
    ("checked: 2025-02", "checked: last year", "'checked': This is not a date", "undated"),
    (f"related: [{NEIGHBOUR}]", f"related: {NEIGHBOUR}", "'related' should be a list", "'- '"),
    (f"related: [{NEIGHBOUR}]", "related: [threats]", "'related 1': This is not a topic's id", "area/topic"),
    ("reviewed: {date: 2026-11-20, role: editor}", "reviewed: on", "'reviewed' should be several fields", "indented"),
    ("title: en reflection-period", "title: [a, b]", "'title' should be a text", "double quotes"),
    ("title: en reflection-period", "title: ''", "'title': The field is empty", "Write the text"),
]


@pytest.mark.parametrize(("old", "new", "reason", "remedy"), CASES)
def test_a_wrong_field_is_named_with_its_line_and_what_to_do(old: str, new: str, reason: str, remedy: str) -> None:
    problem = problem_after(old, new)
    assert reason in problem.reason
    assert remedy in problem.remedy
    before = HEAD[: HEAD.index(old)] if new else ""  # what is missing has the line of the head
    assert problem.line == before.count("\n") + FIRST_LINE


def test_a_mistyped_field_is_missing_and_unknown_at_once() -> None:
    _, problems = validate(TopicFields, parse(HEAD.replace("status: draft", "staus: draft")), "en/x.md")
    assert [problem.reason for problem in problems] == [
        "The field 'status' is missing.",
        "There is no field called 'staus'.",
    ]
    assert problems[1].remedy == "Did you mean 'status'?"


def test_the_line_is_exactly_that_of_the_field() -> None:
    text = HEAD.replace("status: draft", "status: done")
    _, problems = validate(TopicFields, parse(text, first_line=2), "en/x.md")
    assert problems[0].line == text[: text.index("status:")].count("\n") + 2


def test_a_list_with_a_wrong_entry_is_not_called_empty_as_well() -> None:
    text = HEAD.replace("https://www.finlex.fi/fi/301", "somewhere")
    _, problems = validate(TopicFields, parse(text), "en/x.md")
    assert [problem.reason for problem in problems] == [
        "The field 'url': The web address does not begin with https://."
    ]


def test_an_empty_list_that_must_not_be_empty() -> None:
    text = re.sub(r"sources:\n(  .*\n)+", "sources: []\n", HEAD)
    _, problems = validate(TopicFields, parse(text), "en/x.md")
    assert problems[0].reason == "The list 'sources' is empty."


def test_a_file_of_words_alone_has_no_fields() -> None:
    fields, problems = validate(TopicFields, parse("only words"), "en/x.md")
    assert fields is None
    assert problems[0].reason == "The field 'the file' should be several fields."


def test_no_message_speaks_the_language_of_the_program() -> None:
    text = (
        HEAD.replace("title: en", "titel: en").replace("status: draft", "status: 3").replace("[emergency, riku]", "x")
    )
    _, problems = validate(TopicFields, parse(text), "en/x.md")
    assert len(problems) == 4
    for problem in problems:
        assert not re.search(r"pydantic|type=|input|dict|tuple|str\b|None", f"{problem.reason} {problem.remedy}")
