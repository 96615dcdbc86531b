"""What a visitor is shown: today's content, in a language that exists, and nothing that the library does not hold."""

import pytest

from api.conversations.turns import Decision, Turn
from api.errors import LanguageUnknown
from api.visitor.messages.replies import card_of
from api.visitor.presentation import Presentation
from content.library import LiveLibrary
from content.schema import CARDS, DANGER_CARDS
from tests.api.clocks import StandingClock

TOPIC = "safety/threats"


@pytest.fixture
def presentation(live: LiveLibrary) -> Presentation:
    return Presentation(live, StandingClock())


def test_languages(presentation: Presentation) -> None:
    presentation.check_language("fi")
    for unknown in ("xx", "", "FI", "fi-FI"):
        with pytest.raises(LanguageUnknown):
            presentation.check_language(unknown)
    assert presentation.language_or_default("en") == "en"
    assert presentation.language_or_default("xx") == presentation.language_or_default(None) == "fi"


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_topic_and_every_card_can_be_shown(presentation: Presentation, language: str) -> None:
    decisions = [Decision(kind="answer", topic=topic) for topic in sorted(presentation.topics)]
    decisions += [Decision(kind="notice", card=card) for card in CARDS]
    for reply in presentation.show(decisions, language):
        assert reply.text and reply.html and reply.title
        assert "{" not in reply.text + reply.html and "<script" not in reply.html
        assert reply.language == language


def test_every_kind_of_danger_has_its_card(presentation: Presentation) -> None:
    from api.visitor.danger import KINDS

    assert set(KINDS) <= set(DANGER_CARDS)
    for kind in (*KINDS, "safe-word"):
        (reply,) = presentation.show([Decision(kind="danger", danger=kind)], "fi")
        assert reply.danger == kind and "112" in reply.text


@pytest.mark.parametrize(
    ("decision", "card"),
    [
        (Decision(kind="danger", danger="self-harm"), "self-harm"),
        (Decision(kind="small_talk", small_talk="thanks"), "thanks"),
        (Decision(kind="unsure"), "unsure"),
        (Decision(kind="unsure", again=True), "unsure-again"),
        (Decision(kind="out_of_scope"), "out-of-scope"),
        (Decision(kind="out_of_scope", again=True), "out-of-scope-again"),
        (Decision(kind="human"), "human"),
        (Decision(kind="notice", card="repeat"), "repeat"),
        (Decision(kind="notice", card="simpler"), "simpler"),
        (Decision(kind="notice", card="slower"), "slower"),
        (Decision(kind="notice", card="no-help-for-harm"), "no-help-for-harm"),
        (Decision(kind="notice"), "bot-unavailable"),
    ],
)
def test_the_card_of_a_decision(decision: Decision, card: str) -> None:
    assert card_of(decision) == card and card in CARDS


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_short_form_of_an_answer_is_its_beginning(presentation: Presentation, language: str) -> None:
    for topic in sorted(presentation.topics):
        whole, brief = presentation.show(
            [Decision(kind="answer", topic=topic), Decision(kind="answer", topic=topic, brief=True)], language
        )
        assert whole.html.startswith(brief.html) and len(brief.html) < len(whole.html)
        assert brief.html.count("<h3>") == 1
        assert brief.model_copy(update={"html": whole.html, "text": whole.text}) == whole


def test_a_refusal_offers_no_topic_and_has_numbers_to_call(presentation: Presentation) -> None:
    (reply,) = presentation.show([Decision(kind="notice", card="no-help-for-harm")], "en")
    assert reply.suggestions == [] and reply.topic is None
    assert "112" in reply.text
    assert {"authority", "independent"} <= {service.kind for service in reply.services}


def test_what_the_library_has_not_cannot_be_shown(presentation: Presentation) -> None:
    assert presentation.is_showable(Decision(kind="answer", topic=TOPIC))
    assert presentation.is_showable(Decision(kind="unsure", suggestions=("no/topic",)))
    assert not presentation.is_showable(Decision(kind="answer", topic="no/topic"))
    assert not presentation.is_showable(Decision(kind="small_talk", small_talk="no-card"))


def test_the_dialogues_suggestions_go_before_the_related_topics(presentation: Presentation) -> None:
    plain, suggested = presentation.show(
        [Decision(kind="answer", topic=TOPIC), Decision(kind="answer", topic=TOPIC, suggestions=("about/anonymity",))],
        "fi",
    )
    assert plain.suggestions
    assert [each.topic for each in suggested.suggestions] == ["about/anonymity", "services/human-advisor"]


def test_a_topic_that_was_taken_out_since_leaves_a_turn_without_harm(presentation: Presentation) -> None:
    decided = (Decision(kind="answer", topic="old/topic"),)
    turns = [Turn(by="visitor", topic="old/topic"), Turn(by="lyhty", decisions=decided)]
    visitor, lyhty = presentation.show_turns(turns, "fi")
    assert visitor.text is None
    assert lyhty.replies[0].text


def test_a_helpers_facts_are_in_the_visitors_language(presentation: Presentation) -> None:
    shown = [presentation.show([Decision(kind="answer", topic=TOPIC)], language)[0] for language in ("fi", "en")]
    finnish, english = ({service.id: service for service in reply.services} for reply in shown)
    assert finnish.keys() == english.keys()
    assert all(finnish[each].what != english[each].what for each in finnish)
    assert all(phone.tel and phone.cost and phone.on_bill for service in finnish.values() for phone in service.phones)


def test_a_sentence_is_given_in_a_language_that_exists(presentation: Presentation) -> None:
    assert presentation.sentence("xx", "error.not-found") == presentation.sentence("fi", "error.not-found")
