"""Hard words are explained where they first stand, and nowhere twice."""

import pytest

from content.glossary import Glossary, TermFields
from content.library import Library
from tests.content.small_folder import TODAY, TOPIC, SmallFolder

BAN = Glossary({"entry-ban": TermFields(begins=("entry ban",), means="you may not come in")})
AIKA = Glossary({"harkinta-aika": TermFields(begins=("harkinta-ai", "harkinta-aj"), means="aika miettiä")})


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("An entry ban is long. An entry ban ends.", "An entry ban (you may not come in) is long. An entry ban ends."),
        ("**Entry bans.** Read.", "**Entry bans (you may not come in).** Read."),
        ("## Entry ban\nAn entry ban.", "## Entry ban\nAn entry ban (you may not come in)."),
        ("An entry ban (a decision).", "An entry ban (a decision)."),
        ("**Entry ban** (a decision). An entry ban.", "**Entry ban** (a decision). An entry ban."),
        ("{topic:residence/entry ban} An entry ban", "{topic:residence/entry ban} An entry ban (you may not come in)"),
        ("A sentry ban.", "A sentry ban."),
    ],
)
def test_where_it_is_explained(text: str, explained: str) -> None:
    assert BAN.explain(text) == explained


def test_finnish_words_bend() -> None:
    assert AIKA.explain("Pyydä harkinta-aikaa nyt.") == "Pyydä harkinta-aikaa (aika miettiä) nyt."
    assert AIKA.explain("Ilman harkinta-ajan päätöstä.") == "Ilman harkinta-ajan (aika miettiä) päätöstä."


def test_it_is_said_once_however_often_it_is_explained() -> None:
    assert BAN.explain(BAN.explain("An entry ban.")) == "An entry ban (you may not come in)."


def test_answers_are_explained_and_the_file_is_as_it_was(folder: SmallFolder) -> None:
    folder.write("en/glossary.yml", 'advice: {begins: [advice], means: "words that help"}\n')
    folder.write("fi/glossary.yml", 'neuvo: {begins: [neuvo], means: "sanoja"}\n')
    assert folder.problems() == []
    library = Library.load(folder.path, TODAY)
    assert library.topic(TOPIC, "en").body.startswith("You can ask for advice (words that help) without")
    assert "(words" not in folder.read(f"en/{TOPIC}.md")


def test_a_long_explanation_is_refused(folder: SmallFolder) -> None:
    folder.write(
        "en/glossary.yml", 'advice: {begins: [advice], means: "one two three four five six seven eight nine ten"}\n'
    )
    problem = folder.only_problem()
    assert (problem.file, problem.line) == ("en/glossary.yml", 1)
    assert "too long" in problem.reason
