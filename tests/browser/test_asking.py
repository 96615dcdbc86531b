"""A visitor asks and gets an answer, in both languages, with scripts and without."""

from playwright.sync_api import expect

from tests.browser.conftest import Gateway
from tests.browser.navigator import Visitor

PASSPORT = {"kind": "answer", "topic": "safety/documents-taken", "suggestions": ["safety/threats"], "confidence": 0.9}
UNSURE = {"kind": "unsure", "suggestions": ["safety/threats", "residence/deportation-fear"], "again": False}


def test_a_question_is_answered_with_source_and_helpers(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("pomo otti passin / boss took passport")
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("safety/documents-taken"))
    expect(visitor.newest_answer.locator(".pair").first.locator(".service")).to_have_count(2)
    expect(visitor.newest_answer.locator(".side").first).to_be_visible()
    expect(visitor.newest_answer.locator(".source a").first).to_have_attribute("rel", "noreferrer")
    visitor.sees(visitor.text("answer.draft"))


def test_an_authority_stands_beside_one_that_is_none(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    sides = visitor.newest_answer.locator(".pair").first.locator(".side").all_text_contents()
    assert sorted(sides) == sorted([visitor.text("service.authority"), visitor.text("service.independent")])


def test_a_situation_button_answers_at_once(visitor: Visitor) -> None:
    visitor.opens()
    visitor.chooses(visitor.text("first.situations.safety/threats"))
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("safety/threats"))


def test_when_unsure_topics_can_be_chosen(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [UNSURE]
    visitor.opens().asks("hmm")
    visitor.sees(visitor.card("unsure"))
    visitor.chooses(visitor.topic("residence/deportation-fear"))
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("residence/deportation-fear"))


def test_there_is_always_a_way_to_a_person(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    visitor.chooses(visitor.text("answer.person"))
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("services/human-advisor"))


def test_words_of_danger_are_answered_first_and_with_the_emergency_number(visitor: Visitor) -> None:
    visitor.opens().asks("he will kill me / hän tappaa minut")
    first = visitor.page.locator(".mine", has_text="kill").locator("xpath=following::article[1]")
    expect(first).to_contain_text(visitor.card("immediate-danger"))
    expect(first.locator("summary", has_text="112").first).to_be_in_viewport()


def test_a_number_asks_before_it_calls(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    number = visitor.newest_answer.locator(".service .call").first
    expect(number.locator("a")).to_be_hidden()
    number.locator("summary").click()
    expect(number).to_contain_text(visitor.text("call.ask"))
    expect(number).to_contain_text(visitor.text("call.log.label"))
    assert str(number.locator("a").get_attribute("href")).startswith("tel:")


def test_numbers_within_an_answer_ask_too(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    for link in visitor.page.locator('a[href^="tel:"]').all():
        expect(link).to_be_hidden()


def test_a_second_question_keeps_the_first_within_reach(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("first question")
    visitor.asks("second question")
    assert visitor.said == ["first question", "second question"]
    expect(visitor.box).to_have_value("")


def test_the_newest_answer_is_in_view(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens()
    for words in ("one", "two", "three"):
        visitor.asks(words)
    expect(visitor.page.locator(".mine", has_text="three")).to_be_in_viewport()
    expect(visitor.newest_answer.locator("h2")).to_be_in_viewport()


def test_the_whole_chat_can_be_seen_in_full(visitor_without_scripts: Visitor, gateway: Gateway) -> None:
    visitor = visitor_without_scripts
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("first")
    visitor.asks("second")
    expect(visitor.page.locator("article.reply")).to_have_count(1)
    visitor.page.locator(".earlier > summary").click()
    visitor.presses(visitor.text("conversation.in_full"))
    expect(visitor.page.locator("article.reply")).to_have_count(2)
    assert visitor.said == ["first", "second"]


def test_the_language_can_be_changed_in_mid_chat(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    visitor.types("half a sentence")
    visitor.reads_in("en" if visitor.language == "fi" else "fi")
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("safety/documents-taken"))
    assert visitor.said == ["passport"]
    expect(visitor.box).to_have_value("half a sentence")


def test_personal_data_are_masked_and_the_visitor_is_told(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens()
    visitor.types("write to someone@example.org")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator(".note")).to_contain_text(visitor.text("masked.kinds.email"))
    expect(visitor.page.locator(".mine")).not_to_contain_text("someone@example.org")


def test_the_first_screen_is_finnish_and_switches_only_when_asked(visitor_with_scripts: Visitor) -> None:
    page = visitor_with_scripts.page
    page.goto(visitor_with_scripts.address)
    expect(page.locator("html")).to_have_attribute("lang", "fi")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_nothing_around_the_page_shows_the_subject(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = [PASSPORT]
    visitor.opens().asks("passport")
    assert visitor.page.title() == "Lyhty"
    assert visitor.page.url == f"{gateway.url}/{visitor.language}/"
