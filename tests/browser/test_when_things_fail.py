"""What goes wrong is said plainly, words stay in the box, and numbers to call are there."""

from playwright.sync_api import expect

from tests.api.rasa_channel import ANSWER
from tests.browser.conftest import Gateway
from tests.browser.navigator import Visitor


def test_an_empty_first_message_is_explained(visitor_without_scripts: Visitor) -> None:
    visitor = visitor_without_scripts
    visitor.opens().presses(visitor.text("write.send"))
    visitor.sees(visitor.text("error.text-empty"))
    expect(visitor.page.locator("#write")).to_have_attribute("aria-describedby", "error")


def test_an_empty_message_leads_to_the_box(visitor_with_scripts: Visitor) -> None:
    visitor = visitor_with_scripts
    visitor.opens().asks("a question")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.box).to_be_focused()
    assert visitor.said == ["a question"]


def test_too_long_a_message_stays_in_the_box(visitor: Visitor) -> None:
    visitor.opens().asks("a question")
    visitor.types("y" * 2001)
    visitor.presses(visitor.text("write.send"))
    visitor.sees(visitor.text("error.text-too-long", most=2000))
    expect(visitor.box).to_have_value("y" * 2001)
    assert visitor.said == ["a question"]


def test_after_an_error_one_can_go_on(visitor: Visitor) -> None:
    visitor.opens().asks("a question")
    visitor.types("y" * 2001)
    visitor.presses(visitor.text("write.send"))
    visitor.sees(visitor.text("error.text-too-long", most=2000))
    visitor.asks("a shorter one")
    expect(visitor.page.locator("#error")).to_have_count(0)
    assert visitor.said == ["a question", "a shorter one"]


def test_when_the_dialogue_is_down_help_numbers_are_given(visitor: Visitor, gateway: Gateway) -> None:
    gateway.rasa.decisions = []
    visitor.opens().asks("a question")
    visitor.sees(visitor.card("bot-unavailable"))
    expect(visitor.newest_answer.locator("summary", has_text="112").first).to_be_visible()
    gateway.rasa.decisions = [ANSWER]
    visitor.asks("and now?")
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic("residence/reflection-period"))


def test_a_chat_deleted_in_another_tab_is_over_in_this_one(visitor: Visitor, gateway: Gateway) -> None:
    visitor.opens().asks("a question")
    token = visitor.page.locator("#ask [name=token]").input_value()
    assert visitor.page.request.delete(
        f"{gateway.url}/api/conversation", headers={"Authorization": f"Bearer {token}"}
    ).ok
    visitor.types("another")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator("h2")).to_contain_text(visitor.card("deleted"))
    visitor.sees_not("a question")


def test_a_page_that_is_not_there_says_so(visitor: Visitor, gateway: Gateway) -> None:
    visitor.page.goto(f"{gateway.url}/{visitor.language}/nothing")
    visitor.sees(visitor.text("error.not-found"))
    visitor.page.get_by_role("link", name=visitor.text("start_again")).click()
    visitor.asks("a question")
