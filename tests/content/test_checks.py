"""The check as an editor sees it: what it prints, in which order, and the exit status."""

from datetime import date
from pathlib import Path

import pytest

from content.checks import check, examine, main
from tests.content.small_folder import NEIGHBOUR, TODAY, TOPIC, SmallFolder


def test_good_content_can_go_live(folder: SmallFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(folder.path, TODAY) == 0
    assert (
        capsys.readouterr().out
        == "4 answers, 2 services, 2 languages. Errors: 0. Warnings: 0. The content can go live.\n"
    )


def test_an_error_is_printed_with_place_reason_and_remedy(
    folder: SmallFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.change(f"en/{TOPIC}.md", "status: draft", "status: done")
    assert main(folder.path, TODAY) == 1
    line = folder.line_of(f"en/{TOPIC}.md", "status: done")
    printed = capsys.readouterr().out.splitlines()
    assert printed[:3] == [
        f"ERROR en/{TOPIC}.md, line {line}",
        "  The field 'status' cannot be 'done'.",
        "  To do: Write one of: 'draft' or 'reviewed'.",
    ]
    assert printed[-1].endswith("Errors: 1. Warnings: 0. The content cannot go live yet.")


def test_warnings_alone_let_it_go_live(folder: SmallFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(folder.path, date(2028, 1, 1)) == 0
    assert "Errors: 0. Warnings: 4. The content can go live." in capsys.readouterr().out


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "nowhere") == 1
    assert "The folder of this language is missing." in capsys.readouterr().out


def test_many_mistakes_at_once_are_all_named_in_the_order_of_files_and_lines(folder: SmallFolder) -> None:
    folder.change(f"fi/{TOPIC}.md", "status: draft", "status: done")
    folder.change(f"en/{NEIGHBOUR}.md", f"id: {NEIGHBOUR}", "id: safety/other")
    folder.change(f"en/{NEIGHBOUR}.md", "## More", "## Other")
    folder.change("services.yml", 'tel: "116006"', 'tel: "116007"')
    folder.change("en/cards.yml", '"thanks":', '"applause":')
    found = folder.problems()
    assert [problem.file for problem in found] == [
        "en/cards.yml",
        "en/cards.yml",
        f"en/{NEIGHBOUR}.md",
        f"en/{NEIGHBOUR}.md",
        f"fi/{TOPIC}.md",
        "services.yml",
    ]
    assert found == sorted(found)


def test_the_same_problem_is_named_once(folder: SmallFolder) -> None:
    folder.change(f"en/{TOPIC}.md", "- Call {phone:riku}.", "- Call {phone:nobody} or {phone:nobody}.")
    assert len(folder.problems()) == 1


def test_an_examination_keeps_what_was_read(folder: SmallFolder) -> None:
    folder.change(f"en/{TOPIC}.md", "status: draft", "status: done")
    examination = examine(folder.path, TODAY)
    assert len(examination.errors) == 1
    assert ("fi", TOPIC) in examination.content.topics


def test_without_a_day_the_day_of_today_counts(folder: SmallFolder) -> None:
    for language in ("fi", "en"):
        for name in (TOPIC, NEIGHBOUR):
            folder.change(f"{language}/{name}.md", "date: 2026-11-20", "date: 2020-01-01")
            folder.change(f"{language}/{name}.md", "review_by: 2027-05-20", "review_by: 2020-06-01")
    assert ["overdue" in problem.reason for problem in check(folder.path)] == [True] * 4
