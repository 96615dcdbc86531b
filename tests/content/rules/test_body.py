"""An answer begins with itself, then says what to do, then more."""

import pytest

from content.reading import read
from content.rules.body import problems
from tests.content.small_folder import TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"
SHORT = "You can ask for advice without a name.\n"


def test_three_sentences_are_a_short_answer(folder: SmallFolder) -> None:
    folder.change(FILE, SHORT, "One is short. Two is short. Three is short.\n")
    assert folder.problems() == []


def test_four_sentences_are_not(folder: SmallFolder) -> None:
    folder.change(FILE, SHORT, "One is short. Two is short. Three is short. Four is not.\n")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, folder.line_of(FILE, "One is short"))
    assert problem.reason.startswith("The short answer has 4 sentences; 3")


@pytest.mark.parametrize("start", ["## A heading first\n\n", "- a list first\n\n"])
def test_nothing_stands_before_the_short_answer(folder: SmallFolder, start: str) -> None:
    folder.change(FILE, SHORT, f"{start}{SHORT}")
    assert "The body does not begin with the short answer." in [problem.reason for problem in folder.problems()]


def test_an_empty_body_has_no_short_answer(folder: SmallFolder) -> None:
    text = folder.read(FILE)
    folder.write(FILE, text[: text.index(SHORT)])
    assert "The body does not begin with the short answer." in [problem.reason for problem in folder.problems()]


def test_one_paragraph_stands_before_the_first_heading(folder: SmallFolder) -> None:
    folder.change(FILE, SHORT, f"{SHORT}\nAnother paragraph.\n")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "Another paragraph")
    assert "between the short answer and the first heading" in problem.reason


@pytest.mark.parametrize("heading", ["## What you can do now", "## More"])
def test_both_headings_are_needed(folder: SmallFolder, heading: str) -> None:
    folder.change(FILE, f"{heading}\n", "## Something else\n")
    problem = folder.only_problem()
    assert "## What you can do now and ## More" in problem.reason
    assert "exactly so" in problem.remedy


def test_the_headings_stand_in_their_order(folder: SmallFolder) -> None:
    folder.write(
        FILE,
        folder.read(FILE)
        .replace("## More", "## X")
        .replace("## What you can do now", "## More")
        .replace("## X", "## What you can do now"),
    )
    assert "in this order" in folder.only_problem().reason


def test_each_language_has_its_own_headings(folder: SmallFolder) -> None:
    folder.change(f"fi/{TOPIC}.md", "## Lisätietoa", "## More")
    problem = folder.only_problem()
    assert problem.file == f"fi/{TOPIC}.md"
    assert "## Lisätietoa" in problem.reason


def test_other_headings_may_stand_between(folder: SmallFolder) -> None:
    folder.change(
        FILE, "## More\n", "## Who decides\nThe police decide. No papers? RIKU first.\n\n## More\n### A part\nText.\n\n"
    )
    assert folder.problems() == []


@pytest.mark.parametrize("heading", ["# Big", "#### Small"])
def test_a_heading_has_the_right_size(folder: SmallFolder, heading: str) -> None:
    folder.change(FILE, "## More\n", f"{heading}\nText.\n\n## More\n")
    problem = folder.only_problem()
    assert "wrong size" in problem.reason
    assert problem.line == folder.line_of(FILE, heading)


def test_nothing_below_a_heading_is_named(folder: SmallFolder) -> None:
    folder.change(FILE, "\nIn danger call {phone:emergency}.\n", "\n")
    problem = folder.only_problem()
    assert problem.reason == "Nothing stands below the heading 'More'."
    assert problem.line == folder.line_of(FILE, "## More")


def test_without_an_interface_the_headings_cannot_be_known_and_nothing_is_said_of_them(folder: SmallFolder) -> None:
    (folder.path / "en/interface.yml").unlink()
    assert list(problems(read(folder.path))) == []
