"""Placeholders that lead nowhere are found wherever they stand."""

import pytest

from tests.content.small_folder import NEIGHBOUR, TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"


def put(folder: SmallFolder, placeholder: str) -> None:
    folder.change(FILE, "- Call {phone:riku}.", f"- Call {placeholder}.")


@pytest.mark.parametrize(
    "good", ["{phone:riku.1}", "{name:riku}", "{web:riku}", "{email:riku}", f"{{topic:{NEIGHBOUR}}}"]
)
def test_a_placeholder_that_leads_somewhere_is_right(folder: SmallFolder, good: str) -> None:
    put(folder, good)
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("bad", "reason", "remedy"),
    [
        ("{phone:nobody}", "no such service", "spelling"),
        ("{name:nobody}", "no such service", "spelling"),
        ("{topic:safety/nothing}", "no such topic", "spelling"),
        ("{phone:riku.2}", "leads nowhere", "'riku' has no number 3"),
        ("{phone:emergency.1}", "leads nowhere", "'emergency' has no number 2"),
        ("{email:emergency}", "leads nowhere", "no e-mail address"),
        ("{web:emergency}", "leads nowhere", "no web address"),
        ("{number:riku}", "leads nowhere", "{phone:id}"),
        ("{organisation}", "leads nowhere", "{phone:id}"),
        ("{phone:riku", "not closed", "{phone:id}"),
    ],
)
def test_a_placeholder_that_leads_nowhere_is_named(folder: SmallFolder, bad: str, reason: str, remedy: str) -> None:
    put(folder, bad)
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, folder.line_of(FILE, bad))
    assert reason in problem.reason
    assert remedy in problem.remedy


def test_a_service_that_lost_its_number_is_found_in_every_text_that_calls_it(folder: SmallFolder) -> None:
    start = folder.read("services.yml").index("  phones:\n    - {number: 116 006")
    end = folder.read("services.yml").index("  email: help@riku.example")
    text = folder.read("services.yml")
    folder.write("services.yml", text[:start] + text[end:])
    assert {problem.file for problem in folder.problems()} == {
        f"{language}/{name}.md" for language in ("fi", "en") for name in (TOPIC, NEIGHBOUR)
    }


def test_strings_of_the_page_may_hold_values(folder: SmallFolder) -> None:
    assert "{organisation}" in folder.read("en/interface.yml")
    assert folder.problems() == []


def test_a_placeholder_in_a_string_of_the_page_is_checked_as_well(folder: SmallFolder) -> None:
    for language in ("fi", "en"):
        folder.change(f"{language}/interface.yml", "{phone:emergency}", "{phone:police}")
    assert [problem.file for problem in folder.problems()] == ["en/interface.yml", "fi/interface.yml"]


def test_what_points_at_a_broken_file_is_not_reported_a_second_time(folder: SmallFolder) -> None:
    put(folder, f"{{topic:{NEIGHBOUR}}}")
    for language in ("fi", "en"):
        folder.change(f"{language}/{NEIGHBOUR}.md", "status: draft", "status: done")
    assert {problem.file for problem in folder.problems()} == {f"fi/{NEIGHBOUR}.md", f"en/{NEIGHBOUR}.md"}


def test_without_a_readable_file_of_services_only_that_file_is_reported(folder: SmallFolder) -> None:
    folder.write("services.yml", 'emergency: "never closed\n')
    assert folder.only_problem().file == "services.yml"
