"""Nobody without papers is sent to an authority without a safe first step."""

import pytest

from tests.content.small_folder import TOPIC, SmallFolder

LINE = {
    "en": "No papers? First an anonymous call to RIKU, Pro-tukipiste, a lawyer or the assistance system.",
    "fi": "Ei papereita? Ensin nimetön puhelu: RIKU, Pro-tukipiste, juristi tai auttamisjärjestelmä.",
}
NAMES = [
    ("en", "You can report to the police."),
    ("en", "Migri decides on permits."),
    ("en", "Ask the labour inspectorate."),
    ("en", "Ask your embassy after advice."),
    ("fi", "Voit tehdä ilmoituksen poliisille."),
    ("fi", "Maahanmuuttovirasto päättää luvasta."),
    ("fi", "Suurlähetystö voi auttaa."),
]
SHORT = {"en": "You can ask for advice without a name.\n", "fi": "Voit kysyä neuvoa ilman nimeä.\n"}


@pytest.mark.parametrize(("language", "sentence"), NAMES)
def test_an_authority_alone_is_named(folder: SmallFolder, language: str, sentence: str) -> None:
    file = f"{language}/{TOPIC}.md"
    folder.change(file, SHORT[language], f"{sentence}\n")
    problem = folder.only_problem()
    assert (problem.file, problem.line) == (file, folder.line_of(file, sentence))
    assert "person without papers" in problem.reason
    assert "RIKU" in problem.remedy


@pytest.mark.parametrize(("language", "sentence"), NAMES)
def test_an_authority_beside_a_safe_first_step_is_right(folder: SmallFolder, language: str, sentence: str) -> None:
    folder.change(f"{language}/{TOPIC}.md", SHORT[language], f"{sentence} {LINE[language]}\n")
    assert folder.problems() == []


def test_the_emergency_number_stands_beside_it(folder: SmallFolder) -> None:
    file = f"en/{TOPIC}.md"
    folder.change(file, SHORT["en"], f"You can report to the police. {LINE['en']}\n")
    folder.change(file, "In danger call {phone:emergency}.", "Ask again.")
    problem = folder.only_problem()
    assert "not the emergency number" in problem.reason
    assert "{phone:emergency}" in problem.remedy


def test_an_answer_that_names_no_authority_needs_no_such_line(folder: SmallFolder) -> None:
    assert folder.problems() == []
