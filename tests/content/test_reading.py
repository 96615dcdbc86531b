"""A folder is read whole: every mistake is named, and what is right can still be used."""

from pathlib import Path

import pytest

from content.located_yaml import parse
from content.reading import dotted, read, strings
from tests.content.small_folder import NEIGHBOUR, TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"


def test_reads_all_that_a_good_folder_holds(folder: SmallFolder) -> None:
    content = read(folder.path)
    assert content.problems == []
    assert content.languages == ("fi", "en")
    assert set(content.topics) == {(language, name) for language in ("fi", "en") for name in (TOPIC, NEIGHBOUR)}
    assert set(content.services) == {"emergency", "riku"}
    assert dotted(content.interface["en"])["answer.more_heading"] == "More"


def test_knows_where_the_body_begins(folder: SmallFolder) -> None:
    found = read(folder.path).topics["en", TOPIC]
    first = found.topic.body.splitlines()[0]
    assert found.body_line == folder.line_of(FILE, first)


def test_empty_lines_before_the_body_do_not_shift_its_lines(folder: SmallFolder) -> None:
    folder.change(FILE, "---\nYou can", "---\n\n\nYou can")
    found = read(folder.path).topics["en", TOPIC]
    assert found.body_line == folder.line_of(FILE, "You can ask")
    assert found.topic.body.startswith("You can ask")


def test_a_missing_language_is_named(tmp_path: Path) -> None:
    (tmp_path / "fi").mkdir()
    reasons = [problem.reason for problem in read(tmp_path).problems if problem.file == "en"]
    assert reasons == ["The folder of this language is missing."]


def test_a_folder_that_is_not_there_is_named_and_nothing_breaks(tmp_path: Path) -> None:
    content = read(tmp_path / "nowhere")
    assert {problem.file for problem in content.problems} == {"fi", "en", "services.yml"}


@pytest.mark.parametrize("file", ["services.yml", "fi/interface.yml", "en/cards.yml"])
def test_a_missing_file_is_named(folder: SmallFolder, file: str) -> None:
    (folder.path / file).unlink()
    problem = next(problem for problem in folder.problems() if problem.file == file)
    assert problem.reason == "The file is missing."
    assert "Put it back" in problem.remedy


def test_a_file_without_a_head_is_named(folder: SmallFolder) -> None:
    folder.write(FILE, "Just an answer.\n")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, 1)
    assert "no head" in problem.reason
    assert "Begin the file with ---" in problem.remedy


def test_a_head_that_never_ends_is_named(folder: SmallFolder) -> None:
    folder.change(FILE, "\n---\n", "\n")
    assert "no head" in folder.only_problem().reason


def test_a_mistake_in_the_head_has_the_line_of_the_file(folder: SmallFolder) -> None:
    folder.change(FILE, "title: en reflection-period", "title: Reflection: a time to think")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "title:")
    assert "colon" in problem.reason


def test_letters_of_another_encoding_are_named_with_their_line(folder: SmallFolder) -> None:
    (folder.path / FILE).write_bytes(
        folder.read(FILE).replace("§", "").replace("You can ask", "Hätä").encode("latin-1")
    )
    problem = folder.only_problem()
    assert problem.line == folder.line_of_bytes(FILE, b"H\xe4t\xe4")
    assert "UTF-8" in problem.remedy


def test_marks_that_other_editors_leave_do_not_matter(folder: SmallFolder) -> None:
    text = folder.read(FILE)
    (folder.path / FILE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert folder.problems() == []


def test_a_file_with_another_ending_is_mentioned_but_breaks_nothing(folder: SmallFolder) -> None:
    folder.write("en/safety/threats.txt", "notes")
    problem = folder.only_problem()
    assert not problem.is_error
    assert problem.reason == "This file is not read."


def test_hidden_files_are_passed_over(folder: SmallFolder) -> None:
    folder.write("en/safety/.threats.md.swp", "x")
    assert folder.problems() == []


def test_folders_that_are_no_language_are_passed_over(folder: SmallFolder) -> None:
    folder.write("__pycache__/x.md", "x")
    folder.write("rules/x.md", "x")
    assert folder.problems() == []


def test_a_file_that_cannot_be_opened_is_named(folder: SmallFolder) -> None:
    (folder.path / "services.yml").unlink()
    (folder.path / "services.yml").mkdir()
    assert folder.only_problem().reason == "The file cannot be opened."


def test_a_folder_named_like_an_answer_is_no_answer(folder: SmallFolder) -> None:
    (folder.path / "en/safety/more.md").mkdir()
    assert folder.problems() == []


def test_one_broken_service_does_not_hide_the_others(folder: SmallFolder) -> None:
    folder.change("services.yml", "  kind: independent\n", "  kind: friendly\n")
    content = read(folder.path)
    assert set(content.services) == {"emergency"}
    assert content.service_ids == {"emergency", "riku"}


def test_a_file_of_services_that_is_a_list_is_named(folder: SmallFolder) -> None:
    folder.write("services.yml", "- emergency\n")
    assert read(folder.path).problems[0].reason == "The file should hold fields (a name, a colon, a value)."


def test_strings_of_nested_fields_come_with_their_path() -> None:
    located = parse("a:\n  b: one\n  c: [not, these]\nd: two")
    assert list(strings(located.value)) == [(("a", "b"), "one"), (("d",), "two")]
    assert dotted(located) == {"a.b": "one", "d": "two"}
