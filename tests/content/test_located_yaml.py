"""Every value stays the text that was written, and every mistake has its line."""

import pytest

from content.located_yaml import YamlBroken, parse


@pytest.mark.parametrize(
    "written", ["yes", "no", "on", "true", "null", "0100", "116006", "2025-02", "2026-11-24", "1.5"]
)
def test_a_value_is_never_taken_for_something_else_than_text(written: str) -> None:
    assert parse(f"field: {written}").value == {"field": written}


def test_lists_and_mappings_keep_their_shape() -> None:
    assert parse("a:\n  - b\n  - {c: d}\ne: []").value == {"a": ["b", {"c": "d"}], "e": []}


def test_an_empty_text_is_no_fields() -> None:
    assert parse("").value == {}
    assert parse("# only a remark\n").value == {}


def test_knows_the_line_of_every_value() -> None:
    located = parse("a: 1\nb:\n  - x\n  - c: y\n    d: |\n      long\n      text\n")
    assert located.line(("a",)) == 1
    assert located.line(("b", 0)) == 3
    assert located.line(("b", 1, "c")) == 4
    assert located.line(("b", 1, "d")) == 5


def test_counts_lines_from_where_the_text_begins_in_its_file() -> None:
    assert parse("a: 1\nb: 2", first_line=2).line(("b",)) == 3


def test_a_value_that_is_missing_has_the_line_of_what_is_around_it() -> None:
    located = parse("a:\n  b:\n    c: 1\n")
    assert located.line(("a", "b", "missing", 3)) == 2
    assert located.line(("missing",)) == 1


MISTAKES = [
    ("a: 1\nb: one: two", 2, "colon", "double quotes"),
    ('a: "never closed\nb: 2', 1, "never closed", "same mark"),
    ('a: "closed" and more\nb: 2', 1, "closing quotation mark", "both ends"),
    ("a:\n\t- b", 2, "tab", "spaces"),
    ("a: @name", 1, "@", "double quotes"),
    ("a: 1\nb: 2\na: 3", 3, "'a' stands here a second time", "Keep one"),
    ("a: {phone:emergency} first", 1, "begins with a brace", "double quotes"),
    ("a: 1\n? {b: c}\n: d", 2, "begins with a brace", "double quotes"),
    ("a: &x 1\nb: *x", 2, "star before 'x'", "double quotes"),
    ("a: 1\n---\nb: 2", 2, "three dashes", "Take the line away"),
    ('a: "\\q"', 1, "backslash", "single quotes"),
    ('a: "\x07"', 1, "cannot be shown", "Retype"),
    ("a: " + "[" * 30 + "]" * 30, 1, "too many levels", "brackets"),
]


@pytest.mark.parametrize(("text", "line", "reason", "remedy"), MISTAKES)
def test_a_mistake_is_named_with_its_line_and_what_to_do(text: str, line: int, reason: str, remedy: str) -> None:
    with pytest.raises(YamlBroken) as broken:
        parse(text)
    assert broken.value.line == line
    assert reason in broken.value.reason
    assert remedy in broken.value.remedy


def test_a_mistake_in_the_middle_of_a_file_has_the_line_of_the_file() -> None:
    with pytest.raises(YamlBroken) as broken:
        parse("a: 1\nb: one: two", first_line=10)
    assert broken.value.line == 11


def test_words_that_grow_by_repetition_are_refused_before_they_grow() -> None:
    steps = ["a: &a [x, x]", "b: &b [*a, *a]", "c: &c [*b, *b]", "d: &d [*c, *c]", "e: [*d, *d]"]
    bomb = "\n".join(steps)
    with pytest.raises(YamlBroken):
        parse(bomb)
