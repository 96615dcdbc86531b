"""A problem has to say where, why and what to do, in this order."""

from content.problems import ContentInvalid, Problem

ERROR = Problem("fi/safety/threats.md", 12, "The id is wrong.", "Write another.")
WARNING = Problem("en/safety/threats.md", 3, "The review is overdue.", "Read it.", severity="warning")


def test_says_file_line_reason_and_remedy() -> None:
    assert str(ERROR) == "ERROR fi/safety/threats.md, line 12\n  The id is wrong.\n  To do: Write another."


def test_says_when_it_is_a_warning_only() -> None:
    assert str(WARNING).startswith("WARNING en/safety/threats.md, line 3\n")
    assert ERROR.is_error
    assert not WARNING.is_error


def test_problems_are_sorted_by_file_and_then_by_line_as_a_number() -> None:
    late = Problem("en/safety/threats.md", 20, "a", "b")
    assert sorted([ERROR, late, WARNING]) == [WARNING, late, ERROR]


def test_invalid_content_names_every_problem() -> None:
    invalid = ContentInvalid([ERROR, WARNING])
    assert invalid.problems == (ERROR, WARNING)
    assert "fi/safety/threats.md, line 12" in str(invalid)
    assert "en/safety/threats.md, line 3" in str(invalid)
