"""Looking things up in a library that was read without errors."""

from datetime import date

import pytest

from content.library import (
    CardUnknown,
    ContentInvalid,
    Library,
    Question,
    ServiceUnknown,
    Situation,
    TextUnknown,
    TopicUnknown,
)
from content.placeholders import PlaceholderUnknown
from tests.content.small_folder import NEIGHBOUR, TODAY, TOPIC, SmallFolder


@pytest.fixture
def library(folder: SmallFolder) -> Library:
    return Library.load(folder.path, TODAY)


@pytest.fixture
def with_swedish(folder: SmallFolder) -> Library:
    """A third language that has its page and cards, and one topic of two."""
    for file in ("interface.yml", "cards.yml"):
        folder.write(f"sv/{file}", folder.read(f"en/{file}").replace("English", "Svenska"))
    folder.write(f"sv/{TOPIC}.md", folder.read(f"en/{TOPIC}.md").replace("title: en", "title: sv"))
    return Library.load(folder.path, TODAY)


def test_knows_its_languages_topics_and_services(library: Library) -> None:
    assert library.languages == ("fi", "en")
    assert library.topic_ids == (TOPIC, NEIGHBOUR)
    assert library.service_ids == ("emergency", "riku")


def test_gives_a_topic_in_the_language_that_was_asked_for(library: Library) -> None:
    for language in ("fi", "en"):
        topic = library.topic(TOPIC, language)
        assert (topic.id, topic.language, topic.title) == (TOPIC, language, f"{language} reflection-period")


def test_gives_a_topic_in_another_language_and_says_which(with_swedish: Library) -> None:
    assert with_swedish.languages == ("fi", "en", "sv")
    assert with_swedish.topic(TOPIC, "sv").language == "sv"
    assert with_swedish.topic(NEIGHBOUR, "sv").language == "en"
    assert with_swedish.topic(NEIGHBOUR, "ar").language == "en"


def test_unknown_names_are_facts_of_their_own(library: Library) -> None:
    with pytest.raises(TopicUnknown, match="safety/nothing"):
        library.topic("safety/nothing", "fi")
    with pytest.raises(ServiceUnknown, match="police"):
        library.service("police")
    with pytest.raises(CardUnknown, match="applause"):
        library.card("applause", "fi")
    with pytest.raises(TextUnknown, match=r"first\.nothing"):
        library.text("fi", "first.nothing")


def test_gives_a_card_with_its_name_and_language(with_swedish: Library) -> None:
    card = with_swedish.card("thanks", "fi")
    assert (card.name, card.language, card.services) == ("thanks", "fi", ("emergency",))
    assert with_swedish.card("thanks", "ar").language == "en"


def test_fills_a_text_of_the_page(library: Library) -> None:
    assert library.text("fi", "first.who", organisation="Apu ry") == "Ylläpitäjä: Apu ry."
    assert library.text("en", "first.urgent") == "In danger call 112."


def test_a_language_that_is_not_offered_gets_english(library: Library) -> None:
    assert library.text("ar", "language_name") == "English"


def test_a_missing_value_is_an_error_and_not_a_brace_on_the_page(library: Library) -> None:
    with pytest.raises(PlaceholderUnknown):
        library.text("en", "first.who")
    with pytest.raises(PlaceholderUnknown):
        library.html("en", "first.who")


def test_gives_a_text_as_html_with_escaped_values(library: Library) -> None:
    assert library.html("en", "first.who", organisation="<Aid>") == "Run by: &lt;Aid&gt;."
    assert 'href="tel:112"' in library.html("en", "first.urgent")


def test_gives_a_text_as_it_is_written(library: Library) -> None:
    assert library.pattern("en", "first.who") == "Run by: {organisation}."


def test_gives_a_group_of_texts(library: Library) -> None:
    assert library.texts("en", "answer") == {"now_heading": "What you can do now", "more_heading": "More"}
    assert "answer.more_heading" in library.texts("en")
    assert library.texts("en", "ans") == {}


def test_the_buttons_say_a_situation_and_lead_to_a_topic(library: Library) -> None:
    assert library.situations("fi") == (Situation("Pelkään lähteä", NEIGHBOUR),)


def test_every_way_of_asking_is_an_example_for_its_topic(library: Library) -> None:
    questions = library.questions()
    assert len(questions) == 2 * 2 * 20
    assert Question(TOPIC, "fi", f"fi {TOPIC} way 0") in questions
    assert len(set(questions)) == len(questions)


def test_examples_come_in_the_same_order_each_time(folder: SmallFolder) -> None:
    assert Library.load(folder.path).questions() == Library.load(folder.path).questions()


def test_invalid_content_is_refused_with_all_its_errors(folder: SmallFolder) -> None:
    folder.change(f"en/{TOPIC}.md", "status: draft", "status: done")
    folder.change("services.yml", "tier: A", "tier: X")
    with pytest.raises(ContentInvalid) as invalid:
        Library.load(folder.path)
    assert [problem.file for problem in invalid.value.problems] == [f"en/{TOPIC}.md", "services.yml"]
    assert f"en/{TOPIC}.md, line" in str(invalid.value)


def test_warnings_do_not_keep_content_from_going_live(folder: SmallFolder) -> None:
    library = Library.load(folder.path, date(2028, 1, 1))
    assert len(library.warnings) == 4
    assert all(not problem.is_error for problem in library.warnings)
