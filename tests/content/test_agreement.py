"""Both languages of an answer say the same: somebody compared them as they are now, or the check asks for it."""

from pathlib import Path

from content.agreement import mark_compared
from content.checks import check, examine
from content.problems import Problem
from tests.content.small_folder import TODAY, TOPIC, SmallFolder

EN, FI = f"en/{TOPIC}.md", f"fi/{TOPIC}.md"


def warning(folder: SmallFolder) -> Problem:
    (problem,) = check(folder.path, TODAY)
    assert not problem.is_error
    return problem


def test_a_compared_folder_has_no_warning(folder: SmallFolder) -> None:
    assert check(folder.path, TODAY) == []


def test_a_change_of_the_finnish_text_is_noticed(folder: SmallFolder) -> None:
    folder.change(FI, "Soita {phone:riku}.", "Soita vaikka {phone:riku}.")
    problem = warning(folder)
    assert (problem.file, problem.line) == (EN, folder.line_of(EN, "compared:"))
    assert problem.reason == "The Finnish text changed after the languages were compared."
    assert problem.remedy.endswith(f"lyhty content compared {TOPIC}")


def test_a_change_of_the_english_title_is_noticed(folder: SmallFolder) -> None:
    folder.change(EN, "title: en reflection-period", "title: time to think")
    assert warning(folder).reason == "The English text changed after the languages were compared."


def test_a_change_of_a_shared_text_is_noticed(folder: SmallFolder) -> None:
    for language in ("fi", "en"):
        folder.write(f"{language}/shared.yml", 'no-papers: "{phone:emergency}"\n')
        folder.change(f"{language}/{TOPIC}.md", "{phone:emergency}", "{text:no-papers}")
    mark_compared(folder.path)
    folder.write("fi/shared.yml", 'no-papers: "{phone:riku} {phone:emergency}"\n')
    assert warning(folder).file == EN


def test_questions_and_dates_need_no_comparison(folder: SmallFolder) -> None:
    folder.change(FI, f"fi {TOPIC} way 3", "another way")
    assert check(folder.path, TODAY) == []


def test_an_answer_that_was_never_compared_says_so(folder: SmallFolder) -> None:
    text = folder.read(EN)
    line = next(line for line in text.splitlines() if line.startswith("compared:"))
    folder.change(EN, f"{line}\n", "")
    assert "never compared" in warning(folder).reason


def test_a_mark_is_written_where_it_is_needed(folder: SmallFolder) -> None:
    before = folder.read(FI)
    folder.change(EN, "without a name", "with no name")
    assert mark_compared(folder.path, [TOPIC]) == [TOPIC]
    assert check(folder.path, TODAY) == []
    assert (mark_compared(folder.path), folder.read(FI)) == ([], before)


def test_the_warnings_do_not_keep_a_correction_from_going_live(folder: SmallFolder, tmp_path: Path) -> None:
    folder.change(FI, "Soita {phone:riku}.", "Soita heti {phone:riku}.")
    assert examine(folder.path, TODAY).errors == ()
