"""Texts that answers share: written once, put in everywhere, and missed when they are not there."""

from content.library import Library
from content.shared_texts import put_in
from tests.content.small_folder import TODAY, TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"


def shared(folder: SmallFolder) -> SmallFolder:
    for language, words in (("fi", "Yhteinen {phone:riku}."), ("en", "Shared {phone:riku}.")):
        folder.write(f"{language}/shared.yml", f'advice: "{words}"\n')
    return folder


def test_the_text_stands_in_the_answer(folder: SmallFolder) -> None:
    shared(folder).change(FILE, "- Call {phone:riku}.", "- {text:advice}")
    assert folder.problems() == []
    assert "- Shared {phone:riku}." in Library.load(folder.path, TODAY).topic(TOPIC, "en").body


def test_a_text_that_is_not_there_is_named_with_its_line(folder: SmallFolder) -> None:
    shared(folder).change(FILE, "- Call {phone:riku}.", "- {text:advise}")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, folder.line_of(FILE, "{text:advise}"))
    assert "{text:advise}" in problem.reason


def test_every_language_has_it(folder: SmallFolder) -> None:
    folder.write("fi/shared.yml", 'advice: "Yhteinen."\n')
    problem = folder.only_problem()
    assert (problem.file, problem.reason) == ("en/shared.yml", "The shared text 'advice' is missing.")


def test_its_wording_is_checked_where_it_stands(folder: SmallFolder) -> None:
    shared(folder).write("en/shared.yml", 'advice: "Call 116 006."\n')
    problem = folder.only_problem()
    assert problem.file == "en/shared.yml"
    assert "by hand" in problem.reason


def test_only_whole_pointers_are_replaced() -> None:
    assert put_in("{text:a} {text:b} {phone:a}", {"a": "A"}) == "A {text:b} {phone:a}"
