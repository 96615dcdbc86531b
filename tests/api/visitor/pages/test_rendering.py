"""What a page shows of an answer, and in which order."""

from datetime import date

import pytest

from api.clock import SystemClock
from api.visitor.messages.schemas import PhoneShown, Reply, ServiceShown, SourceShown, Suggestion, TurnShown
from api.visitor.pages.assets import Assets
from api.visitor.pages.rendering import Frame, Pages
from api.visitor.presentation import Presentation
from content.library import LiveLibrary

PHONE = PhoneShown(number="020 1", tel="0201", cost="unknown", on_bill="unknown", on_call_log="yes")
AUTHORITY = ServiceShown(id="office", kind="authority", name="Office", what="Decides.", phones=[PHONE], anonymous="no")
FRIEND = ServiceShown(id="friend", kind="independent", name="Friend", what="Helps.", anonymous="unknown")
SOURCE = SourceShown(title="Some Act", section="5 §", url="https://www.finlex.fi/x", checked="2025-02")
NEAR = Suggestion(topic="safety/threats", title="Threats")
PERSON = Suggestion(topic="services/human-advisor", title="A person")
ANSWER = Reply(
    kind="answer",
    topic="residence/reflection-period",
    title="Time to think",
    text="Short.",
    html="<p>Short.</p>\n<h3>What you can do now</h3>\n<p>Steps.</p>\n<h3>More</h3>\n<p>Law.</p>\n",
    language="en",
    sources=[SOURCE],
    services=[FRIEND, AUTHORITY],
    reviewed=date(2026, 11, 24),
    review_by=date(2027, 5, 24),
    status="reviewed",
    suggestions=[NEAR],
)


@pytest.fixture
def pages(live: LiveLibrary) -> Pages:
    return Pages(Presentation(live, SystemClock()), Assets(), "Helpers <together>", "https://weather.example/")


def shown(pages: Pages, reply: Reply, said: str = "a question", language: str = "en") -> str:
    turns = [TurnShown(by="visitor", text=said), TurnShown(by="lyhty", replies=[reply])]
    return pages.conversation(Frame(language, "token", begun=True), turns)


def text(live: LiveLibrary, key: str, **values: str | int) -> str:
    return live.current.text("en", key, **values)


def test_the_short_answer_is_first_and_more_is_folded(pages: Pages) -> None:
    html = shown(pages, ANSWER)
    assert html.index("Short.") < html.index("Steps.") < html.index("<details><summary>More</summary>")


def test_source_and_dates_are_shown(pages: Pages, live: LiveLibrary) -> None:
    html = shown(pages, ANSWER)
    assert '<a href="https://www.finlex.fi/x" rel="noreferrer">Some Act, 5 §</a>' in html
    assert text(live, "answer.checked", date="February 2025") in html
    assert text(live, "answer.reviewed", date="24 November 2026", until="24 May 2027") in html


def test_a_draft_and_an_overdue_answer_say_so(pages: Pages, live: LiveLibrary) -> None:
    draft, overdue = text(live, "answer.draft"), text(live, "answer.overdue")
    assert draft not in shown(pages, ANSWER)
    assert overdue not in shown(pages, ANSWER)
    assert draft in shown(pages, ANSWER.model_copy(update={"status": "draft"}))
    assert overdue in shown(pages, ANSWER.model_copy(update={"overdue": True}))


def test_an_answer_in_another_language_is_marked(pages: Pages, live: LiveLibrary) -> None:
    html = shown(pages, ANSWER, language="fi")
    assert '<article class="reply answer" lang="en" dir="ltr">' in html
    assert live.current.text("fi", "answer.other_language") in html


def test_what_is_not_known_of_a_service_is_said(pages: Pages, live: LiveLibrary) -> None:
    html = shown(pages, ANSWER)
    assert f"<dt>{text(live, 'service.hours')}</dt> <dd>{text(live, 'service.unknown')}</dd>" in html
    assert f"<dt>{text(live, 'call.bill.label')}</dt> <dd>{text(live, 'call.bill.unknown')}</dd>" in html
    assert f"<dt>{text(live, 'call.cost.label')}</dt> <dd>{text(live, 'call.cost.unknown')}</dd>" in html


def test_guesses_and_relatives_have_different_headings(pages: Pages, live: LiveLibrary) -> None:
    assert text(live, "answer.not_meant") in shown(pages, ANSWER)
    assert text(live, "answer.related") in shown(pages, ANSWER, said="Time to think")


def test_every_reply_offers_a_person_but_the_one_about_persons(pages: Pages, live: LiveLibrary) -> None:
    button = 'value="services/human-advisor"'
    assert button in shown(pages, ANSWER)
    assert button not in shown(pages, ANSWER.model_copy(update={"topic": "services/human-advisor"}))


@pytest.mark.parametrize("suggestions", [[], [PERSON], [NEAR, PERSON], [PERSON, NEAR]])
def test_a_person_is_offered_once_whoever_put_it_into_the_list(
    pages: Pages, live: LiveLibrary, suggestions: list[Suggestion]
) -> None:
    html = shown(pages, ANSWER.model_copy(update={"suggestions": suggestions}))
    assert html.count('value="services/human-advisor"') == 1
    assert (text(live, "answer.not_meant") in html) is (NEAR in suggestions)


def test_a_danger_reply_keeps_the_editors_order_of_services(pages: Pages) -> None:
    danger = ANSWER.model_copy(update={"kind": "danger", "services": [FRIEND, AUTHORITY]})
    html = shown(pages, danger)
    assert html.index("Friend") < html.index("Office")
    assert '<article class="reply danger"' in html


def test_masked_words_are_announced_with_what_was_masked(pages: Pages, live: LiveLibrary) -> None:
    turn = TurnShown(by="visitor", text="my mail is [email]", masked=["email", "bank-account"])
    html = pages.conversation(Frame("en", "token", begun=True), [turn])
    kinds = ", ".join(text(live, f"masked.kinds.{kind}") for kind in ("email", "bank-account"))
    assert text(live, "masked.notice", kinds=kinds) in html


def test_earlier_turns_are_brief_and_can_be_had_again(pages: Pages) -> None:
    turns = [
        TurnShown(by="visitor", text="one"),
        TurnShown(by="lyhty", replies=[ANSWER]),
        TurnShown(by="visitor", text="two"),
        TurnShown(by="lyhty", replies=[ANSWER.model_copy(update={"title": "Another"})]),
    ]
    html = pages.conversation(Frame("en", "token", begun=True), turns)
    earlier = html[html.index('class="earlier"') : html.index("two</p>")]
    assert "one" in earlier
    assert "Short." in earlier
    assert "Steps." not in earlier
    assert 'value="residence/reflection-period">Time to think</button>' in earlier
    assert pages.whole_conversation(Frame("en", "token", begun=True), turns).count("Steps.") == 2


def test_who_runs_it_is_said_and_escaped(pages: Pages, live: LiveLibrary) -> None:
    html = pages.first(Frame("en", "token"))
    assert "Helpers &lt;together&gt;" in html
    unknown = Pages(Presentation(live, SystemClock()), Assets(), None, "https://weather.example/")
    assert text(live, "first.who_unknown") in unknown.first(Frame("en", "token"))


def test_typed_words_keep_their_first_line_break(pages: Pages) -> None:
    """A browser swallows one line break after a textarea's tag; the template gives it one of its own."""
    assert "<textarea" in pages.first(Frame("en", "token", typed="\nsecond line"))
    assert ">\n\nsecond line</textarea>" in pages.first(Frame("en", "token", typed="\nsecond line"))


def test_no_page_holds_anything_inline(pages: Pages) -> None:
    for html in (shown(pages, ANSWER), pages.first(Frame("en", "t")), pages.notice(Frame("en", ""), [ANSWER])):
        assert "style=" not in html
        assert "<style" not in html
        assert "javascript:" not in html
        assert "<script>" not in html
        assert not [attribute for attribute in ("onclick=", "onload=", "onsubmit=", "data:") if attribute in html]
