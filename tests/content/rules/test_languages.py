"""What one language has, the other has too."""

import pytest

from content.schema import DANGER_CARDS
from tests.content.small_folder import TOPIC, SmallFolder


def test_a_topic_exists_in_finnish_and_english(folder: SmallFolder) -> None:
    (folder.path / f"en/{TOPIC}.md").unlink()
    problem = folder.only_problem()
    assert problem.file == f"en/{TOPIC}.md"
    assert problem.reason == f"The topic '{TOPIC}' is missing in 'en'."
    assert "Write the file" in problem.remedy


def test_another_language_may_have_some_topics_only(folder: SmallFolder) -> None:
    for file in ("interface.yml", "cards.yml"):
        folder.write(f"sv/{file}", folder.read(f"en/{file}"))
    folder.write(f"sv/{TOPIC}.md", folder.read(f"en/{TOPIC}.md"))
    assert folder.problems() == []


def test_another_language_has_no_topic_of_its_own(folder: SmallFolder) -> None:
    for file in ("interface.yml", "cards.yml"):
        folder.write(f"sv/{file}", folder.read(f"en/{file}"))
    folder.write("sv/safety/new.md", folder.read(f"en/{TOPIC}.md").replace(f"id: {TOPIC}", "id: safety/new"))
    problem = folder.only_problem()
    assert "neither in Finnish nor in English" in problem.reason


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_page_s_words_exist_in_every_language(folder: SmallFolder, language: str) -> None:
    folder.change(f"{language}/interface.yml", "first:\n", "extra: Lisä\nfirst:\n")
    other = "en" if language == "fi" else "fi"
    problem = folder.only_problem()
    assert problem.file == f"{other}/interface.yml"
    assert problem.reason == "The text 'extra' is missing."


def test_a_missing_word_has_the_line_of_its_group(folder: SmallFolder) -> None:
    folder.change("en/interface.yml", '  who: "Run by: {organisation}."\n', "")
    problem = folder.only_problem()
    assert problem.line == folder.line_of("en/interface.yml", "first:")
    assert "'first.who'" in problem.reason


@pytest.mark.parametrize("key", ["language_name", "now_heading", "more_heading"])
def test_words_that_lyhty_cannot_do_without_are_missed_even_when_no_language_has_them(
    folder: SmallFolder, key: str
) -> None:
    for language in ("fi", "en"):
        file = f"{language}/interface.yml"
        folder.write(file, "".join(f"{line}\n" for line in folder.read(file).splitlines() if key not in line))
    missing = [problem for problem in folder.problems() if key in problem.reason]
    assert {problem.file for problem in missing} == {"fi/interface.yml", "en/interface.yml"}


def test_a_list_has_no_place_among_the_page_s_words(folder: SmallFolder) -> None:
    folder.change("en/interface.yml", "language_name: English\n", "language_name: English\nnames:\n  - one\n")
    problem = folder.only_problem()
    assert problem.reason == "A list stands here."
    assert problem.line == folder.line_of("en/interface.yml", "- one")


def test_a_text_takes_the_same_values_in_every_language(folder: SmallFolder) -> None:
    folder.change("en/interface.yml", "{organisation}", "{name}")
    problem = folder.only_problem()
    assert problem.line == folder.line_of("en/interface.yml", "{name}")
    assert "'first.who'" in problem.reason
    assert "{organisation}" in problem.remedy


def test_a_button_leads_to_a_topic_that_exists(folder: SmallFolder) -> None:
    for language in ("fi", "en"):
        folder.change(f"{language}/interface.yml", "safety/threats:", "safety/treats:")
    found = folder.problems()
    assert [problem.file for problem in found] == ["en/interface.yml", "fi/interface.yml"]
    assert "'safety/treats', which is not there" in found[0].reason
    assert found[0].line == folder.line_of("en/interface.yml", "safety/treats:")


def test_a_missing_card_is_named(folder: SmallFolder) -> None:
    folder.change(
        "fi/cards.yml",
        '"thanks":\n  title: Card thanks\n  text: |\n    Say it in other words.\n  services: [emergency]\n',
        "",
    )
    problem = folder.only_problem()
    assert problem.reason == "The card 'thanks' is missing."


def test_a_card_that_nobody_shows_is_named(folder: SmallFolder) -> None:
    folder.change("fi/cards.yml", '"thanks":', '"applause":\n  title: A\n  text: B\n"thanks":')
    problem = folder.only_problem()
    assert problem.line == folder.line_of("fi/cards.yml", "applause")
    assert "no place for a card 'applause'" in problem.reason
    assert "thanks" in problem.remedy


def test_a_card_s_services_exist(folder: SmallFolder) -> None:
    text = folder.read("fi/cards.yml")
    folder.write("fi/cards.yml", text.replace("[emergency]", "[police]", 1))
    problem = folder.only_problem()
    assert problem.line == 5
    assert "no service 'police'" in problem.reason


@pytest.mark.parametrize("name", DANGER_CARDS)
@pytest.mark.parametrize("text", ["Call {phone:riku}.", "Stay calm.", "Call {phone:riku} or {phone:emergency}."])
def test_a_danger_card_names_the_emergency_number_first(folder: SmallFolder, name: str, text: str) -> None:
    title = f"title: Card {name}\n  text: |\n    "
    folder.change("en/cards.yml", f"{title}Call {{phone:emergency}}.", f"{title}{text}")
    problem = folder.only_problem()
    assert problem.file == "en/cards.yml"
    assert f"'{name}' does not name the emergency number first" in problem.reason
    assert "{phone:emergency}" in problem.remedy


def test_a_field_that_a_card_does_not_have_is_named(folder: SmallFolder) -> None:
    folder.change("fi/cards.yml", "  title: Card thanks\n", "  title: Card thanks\n  colour: red\n")
    problem = folder.only_problem()
    assert problem.line == folder.line_of("fi/cards.yml", "colour")
    assert "no field called 'colour'" in problem.reason
