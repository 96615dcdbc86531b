"""Mistakes in a topic's head: each is named with file, line, reason and remedy."""

from datetime import date

import pytest

from tests.content.small_folder import NEIGHBOUR, TODAY, TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"


def test_a_good_folder_has_no_problems(folder: SmallFolder) -> None:
    assert folder.problems() == []


def test_the_id_is_the_file_s_place(folder: SmallFolder) -> None:
    folder.change(FILE, f"id: {TOPIC}", "id: residence/reflection")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, 2)
    assert "'residence/reflection' is not the file's place" in problem.reason
    assert f"id: {TOPIC}" in problem.remedy


def test_a_service_has_to_exist(folder: SmallFolder) -> None:
    folder.change(FILE, "[emergency, riku]", "[emergency, riku, rikuu]")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "services:")
    assert "no service 'rikuu'" in problem.reason
    assert "services.yml" in problem.remedy


@pytest.mark.parametrize(
    ("services", "missing"),
    [("[riku]", "authority"), ("[emergency]", "independent"), ("[emergency, emergency]", "independent")],
)
def test_an_authority_and_an_independent_organisation_stand_side_by_side(
    folder: SmallFolder, services: str, missing: str
) -> None:
    folder.change(FILE, "[emergency, riku]", services)
    problem = folder.only_problem()
    assert f"'{missing}'" in problem.reason
    assert f"Add at least one service that is '{missing}'" in problem.remedy


def test_an_answer_without_any_service_lacks_both(folder: SmallFolder) -> None:
    folder.change(FILE, "[emergency, riku]", "[]")
    assert len(folder.problems()) == 2


def test_a_broken_service_is_not_reported_a_second_time_in_every_topic(folder: SmallFolder) -> None:
    folder.change("services.yml", "  kind: independent\n", "  kind: friendly\n")
    assert folder.only_problem().file == "services.yml"


def test_a_neighbour_has_to_exist(folder: SmallFolder) -> None:
    folder.change(FILE, f"related: [{NEIGHBOUR}]", "related: [safety/treats]")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "related:")
    assert "no topic 'safety/treats'" in problem.reason


def test_a_topic_is_no_neighbour_of_itself(folder: SmallFolder) -> None:
    folder.change(FILE, f"related: [{NEIGHBOUR}]", f"related:\n  - {NEIGHBOUR}\n  - {TOPIC}")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, f"  - {TOPIC}")
    assert problem.reason == "The topic is related to itself."


def test_the_next_review_comes_after_the_last(folder: SmallFolder) -> None:
    folder.change(FILE, "review_by: 2027-05-20", "review_by: 2026-11-20")
    folder_problems = [problem for problem in folder.problems() if problem.is_error]
    assert "not after 2026-11-20" in folder_problems[0].reason
    assert folder_problems[0].line == folder.line_of(FILE, "review_by")


def test_a_review_is_not_dated_in_the_future(folder: SmallFolder) -> None:
    folder.change(FILE, "date: 2026-11-20", "date: 2026-11-25")
    problem = folder.only_problem(TODAY)
    assert "still to come" in problem.reason


def test_an_overdue_review_is_a_warning_and_keeps_the_answer_live(folder: SmallFolder) -> None:
    folder.change(FILE, "review_by: 2027-05-20", "review_by: 2027-01-01")
    problem = folder.only_problem(date(2027, 1, 2))
    assert not problem.is_error
    assert "overdue since 2027-01-01" in problem.reason
    assert "'reviewed'" in problem.remedy
    assert folder.problems(date(2027, 1, 1)) == []


def test_a_year_later_everything_is_overdue(folder: SmallFolder) -> None:
    found = folder.problems(date(2027, 11, 24))
    assert len(found) == 4
    assert not any(problem.is_error for problem in found)


def test_twenty_ways_of_asking_are_needed(folder: SmallFolder) -> None:
    folder.change(FILE, f'  - "en {TOPIC} way 3"\n', "")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "questions:")
    assert problem.reason.startswith("There are 19 ways of asking")
    assert problem.remedy.startswith("Add 1 more")


@pytest.mark.parametrize("written", ["way 4", "WAY 4!", "  way   4 ?"])
def test_a_question_stands_only_once_in_a_topic(folder: SmallFolder, written: str) -> None:
    folder.change(FILE, f"en {TOPIC} way 3", f"en {TOPIC} {written}")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "way 3") if "way 3" in folder.read(FILE) else problem.line > 0
    assert f"stands already in {FILE}" in problem.reason
    assert "answers it best" in problem.remedy


def test_a_question_stands_only_in_one_topic(folder: SmallFolder) -> None:
    folder.change(f"en/{NEIGHBOUR}.md", f"en {NEIGHBOUR} way 5", f"en {TOPIC} way 5")
    problem = folder.only_problem()
    assert problem.file == f"en/{NEIGHBOUR}.md"
    assert problem.line == folder.line_of(problem.file, f"en {TOPIC} way 5")
    assert f"stands already in {FILE}" in problem.reason


def test_the_same_words_in_another_language_are_another_question(folder: SmallFolder) -> None:
    folder.change(FILE, f"en {TOPIC} way 5", f"fi {TOPIC} way 5")
    assert folder.problems() == []


@pytest.mark.parametrize(
    "written", ["/restart", " / start", "／intent", "what is {phone:riku}", "[passport](thing)", "<b>"]
)
def test_a_question_is_plain_words(folder: SmallFolder, written: str) -> None:
    folder.change(FILE, f"en {TOPIC} way 5", written)
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "way 4") + 1
    assert "bracket, or begins with a slash" in problem.reason


def test_a_question_is_not_longer_than_what_is_read(folder: SmallFolder) -> None:
    folder.change(FILE, f"en {TOPIC} way 5", "word " * 81)
    assert "characters" in folder.only_problem().reason
