"""What a text may not hold: long sentences, numbers by hand, code, red lines."""

import pytest

from content.problems import Problem
from tests.content.small_folder import TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"
SHORT = "You can ask for advice without a name."
LONG = "You can " + "very " * 22 + "slowly ask."
WORDY = "You can ask one of the many people who are there to help you whenever you want."


def after(folder: SmallFolder, sentence: str) -> Problem:
    """The one problem when the short answer says this instead."""
    folder.change(FILE, SHORT, sentence)
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (FILE, folder.line_of(FILE, sentence.splitlines()[0]))
    return problem


def test_a_sentence_has_at_most_25_words(folder: SmallFolder) -> None:
    problem = after(folder, LONG)
    assert problem.reason.startswith("A sentence of 26 words; 25 is the most")
    assert "two sentences" in problem.remedy


def test_25_words_are_allowed(folder: SmallFolder) -> None:
    folder.change(FILE, SHORT, LONG.replace("very ", "", 1))
    assert folder.problems() == []


def test_sentences_have_at_most_15_words_on_average(folder: SmallFolder) -> None:
    text = folder.read(FILE)
    body = f"{WORDY} {WORDY}\n\n## What you can do now\n- {WORDY}\n\n## More\n{WORDY}\n"
    folder.write(FILE, text[: text.index(SHORT)] + body)
    problem = folder.only_problem()
    assert "words on average; 15 are easy to read" in problem.reason


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Call 116 006 for advice.", "phone number"),
        ("Call 112 at once.", "phone number"),
        ("Write to help@riku.fi for advice.", "e-mail address"),
        ("Look at riku.fi for advice.", "web address"),
    ],
)
def test_numbers_and_addresses_stand_in_the_file_of_services_only(
    folder: SmallFolder, sentence: str, kind: str
) -> None:
    problem = after(folder, sentence)
    assert problem.reason.startswith(f"A {kind} is written by hand")
    assert "services.yml" in problem.remedy


@pytest.mark.parametrize("code", ["<b>bold</b>", "[text](page)", "`code`"])
def test_web_code_and_links_are_named(folder: SmallFolder, code: str) -> None:
    assert "would be shown to the visitor" in after(folder, f"You can ask {code}.").reason


@pytest.mark.parametrize("mark", ["\u202e", "\u200f", "\x7f"])
def test_invisible_characters_are_named(folder: SmallFolder, mark: str) -> None:
    assert after(folder, f"You can{mark} ask.").reason == "An invisible character stands in the text."


def test_a_sentence_of_the_red_lines_is_named_with_the_reason_and_what_to_say(folder: SmallFolder) -> None:
    problem = after(folder, "You can ask. You are a victim of trafficking.")
    assert 'This must never be said: "You are a victim of trafficking."' in problem.reason
    assert "can be a sign" in problem.remedy


def test_a_red_line_is_found_in_every_part_of_an_answer(folder: SmallFolder) -> None:
    folder.change(FILE, "title: en reflection-period", "title: You cannot be deported")
    problem = folder.only_problem()
    assert problem.line == 3
    assert "must never be said" in problem.reason


def test_a_red_line_in_a_list_has_the_line_of_the_item(folder: SmallFolder) -> None:
    folder.change(FILE, "- Call {phone:riku}.", "- Call {phone:riku}.\n- Tell the police everything.")
    found = [problem for problem in folder.problems() if "must never" in problem.reason]
    assert [problem.line for problem in found] == [folder.line_of(FILE, "Tell the police")]


def test_cards_are_held_to_the_same_rules(folder: SmallFolder) -> None:
    folder.change(
        "fi/cards.yml",
        "title: Card thanks\n  text: |\n    Say it",
        "title: Card thanks\n  text: |\n    Soita 116 006 ja say it",
    )
    problem = folder.only_problem()
    assert problem.file == "fi/cards.yml"
    assert problem.line == folder.line_of("fi/cards.yml", "Soita 116 006")


def test_the_page_s_own_words_are_held_to_the_same_rules(folder: SmallFolder) -> None:
    folder.change("en/interface.yml", "I am afraid to leave", "You are a victim")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == ("en/interface.yml", folder.line_of("en/interface.yml", "You are a victim"))


def test_services_are_held_to_the_same_rules(folder: SmallFolder) -> None:
    folder.change("services.yml", "en: Advice and support.", "en: Advice on 0800 123 456.")
    problem = folder.only_problem()
    assert problem.file == "services.yml"
    assert "written by hand" in problem.reason


def test_what_visitors_write_is_not_held_to_these_rules(folder: SmallFolder) -> None:
    folder.change(FILE, f"en {TOPIC} way 5", "can i call 112 or mail help@riku.fi, are you sure you are a victim")
    assert folder.problems() == []
