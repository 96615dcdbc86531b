"""P5: the whole path works with JavaScript off, as in Tor Browser at its safest level, in Finnish and in English.

The wait for an advisor and coming back with a return code belong here too, once there are advisors.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from api.visitor.pages import dates
from bench.running import RunningLyhty
from content.library import Library
from tests.browser.navigator import Visitor
from tests.promises.browsing import PASSPORT, PASSPORT_QUESTION, SUNNY, Elsewhere, token_of, visit
from tests.promises.visitor import Visitor as Client

PERSON = "services/human-advisor"
DANGER = {"fi": "hän lyö minua nyt ja hänellä on veitsi", "en": "he is hitting me now and he has a knife"}


@pytest.fixture
def visitor(browser: Browser, lyhty: RunningLyhty, library: Library, language: str) -> Iterator[Visitor]:
    with visit(browser, lyhty.visitor, language, library, scripts=False) as visitor:
        yield visitor.opens()


@pytest.fixture
def answered(visitor: Visitor) -> Visitor:
    visitor.asks(PASSPORT_QUESTION[visitor.language])
    return visitor


def test_scripts_are_really_off(visitor: Visitor, elsewhere: Elsewhere) -> None:
    elsewhere.pages["/script"] = "<title>off</title><script>document.title = 'on'</script>"
    visitor.page.goto(f"{elsewhere.url}/script")
    expect(visitor.page).to_have_title("off")


def test_one_asks_in_ones_own_words_and_gets_the_right_answer(answered: Visitor) -> None:
    expect(answered.newest_answer.locator("h2")).to_contain_text(answered.topic(PASSPORT))
    expect(answered.newest_answer.locator(".short")).not_to_be_empty()
    assert answered.said == [PASSPORT_QUESTION[answered.language]]


def test_the_answer_shows_its_source_and_dates(answered: Visitor, library: Library) -> None:
    topic = library.topic(PASSPORT, answered.language)
    source = answered.newest_answer.locator(".source")
    expect(source.locator("a").first).to_have_attribute("href", str(topic.sources[0].url))
    for day in (topic.sources[0].checked, topic.reviewed.date, topic.review_by):
        expect(source).to_contain_text(dates.shown(str(day), answered.text))


def test_an_authority_and_an_independent_organisation_stand_side_by_side(answered: Visitor) -> None:
    pair = answered.newest_answer.locator(".pair").first
    expect(pair.locator("h4")).to_have_count(2)
    sides = pair.locator(".side").all_text_contents()
    assert sorted(sides) == sorted([answered.text("service.authority"), answered.text("service.independent")])


def test_another_topic_is_one_button_away(answered: Visitor) -> None:
    other = answered.newest_answer.locator(".choices button").first.inner_text()
    assert other != answered.text("answer.person")
    answered.chooses(other)
    expect(answered.newest_answer.locator("h2")).to_contain_text(other)


def test_what_was_said_before_can_be_seen_again(answered: Visitor) -> None:
    answered.chooses(answered.text("answer.person"))
    first = answered.page.locator(".earlier .brief", has_text=answered.topic(PASSPORT))
    expect(first).to_be_hidden()
    answered.page.locator(".earlier > summary").click()
    expect(first).to_be_visible()
    answered.presses(answered.text("conversation.in_full"))
    expect(answered.page.locator("article.reply")).to_have_count(2)


def test_a_person_can_be_asked_for_and_numbers_with_hours_come(answered: Visitor) -> None:
    answered.chooses(answered.text("answer.person"))
    expect(answered.newest_answer.locator("h2")).to_contain_text(answered.topic(PERSON))
    services = answered.newest_answer.locator(".pair").first.locator(".service")
    for service in services.all():
        expect(service.locator("dt", has_text=answered.text("service.hours"))).to_be_visible()
        expect(service.locator(".call > summary").first).to_be_visible()


def test_a_number_asks_before_it_calls(answered: Visitor) -> None:
    number = answered.newest_answer.locator(".service .call").first
    expect(number.get_by_role("link")).to_be_hidden()
    number.locator("summary").click()
    expect(number).to_contain_text(answered.text("call.ask"))
    expect(number.get_by_role("link")).to_be_visible()


def test_danger_comes_first(visitor: Visitor) -> None:
    visitor.asks(DANGER[visitor.language])
    expect(visitor.page.locator("article.reply").first.locator("h2")).to_contain_text(visitor.card("immediate-danger"))
    expect(visitor.page.locator("article.reply").first).to_contain_text("112")


def test_the_language_changes_and_the_chat_stays(answered: Visitor) -> None:
    said = answered.said
    answered.reads_in("en" if answered.language == "fi" else "fi")
    expect(answered.newest_answer.locator("h2")).to_contain_text(answered.topic(PASSPORT))
    assert answered.said == said


def test_an_empty_message_says_what_to_do(visitor: Visitor) -> None:
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.get_by_role("alert")).to_contain_text(visitor.text("error.text-empty"))


def test_deleting_and_beginning_again(answered: Visitor, lyhty: RunningLyhty) -> None:
    token = token_of(answered)
    answered.deletes()
    assert _status_of(lyhty, token) == 410
    answered.page.get_by_role("link", name=answered.text("start_again")).click()
    answered.asks(PASSPORT_QUESTION[answered.language])
    assert token_of(answered) != token


def test_leaving_deletes_and_leads_away(answered: Visitor, lyhty: RunningLyhty) -> None:
    token, target = token_of(answered), str(answered.page.locator("#leave").get_attribute("data-away"))
    answered.leaves()
    answered.is_at(target)
    expect(answered.page.locator("body")).to_contain_text(SUNNY)
    assert _status_of(lyhty, token) == 410


def _status_of(lyhty: RunningLyhty, token: str) -> int:
    client = Client(lyhty.visitor)
    client.token = token
    return client.reads().status_code
