"""A reload gives the whole chat back and doubles nothing; the page itself stores nothing."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Gateway
from tests.browser.navigator import Visitor


def test_a_reload_doubles_nothing(visitor: Visitor, gateway: Gateway) -> None:
    visitor.opens().asks("first question")
    visitor.asks("second question")
    visitor.reloads()
    assert visitor.said == ["first question", "second question"]
    assert [heard["message"] for heard in gateway.rasa.heard] == ["first question", "second question"]


def test_one_can_go_on_after_a_reload(visitor: Visitor) -> None:
    visitor.opens().asks("first question")
    visitor.reloads()
    visitor.asks("second question")
    assert visitor.said == ["first question", "second question"]


def test_a_second_tab_and_the_first_lose_nothing(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    visitor = visitor_with_scripts
    visitor.opens().asks("from the first tab")
    token = visitor.page.locator("#ask [name=token]").input_value()
    said = visitor.page.request.post(
        f"{gateway.url}/api/messages",
        data={"text": "from elsewhere", "language": "en", "id": "6f1e2a36-3a55-4a3f-8d0f-0d5cf3e0a001"},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert said.ok
    visitor.types("from the first tab again")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator(".mine")).to_have_count(3)
    assert visitor.said == ["from the first tab", "from elsewhere", "from the first tab again"]


def test_a_first_question_sent_twice_is_answered_once(visitor_without_scripts: Visitor, gateway: Gateway) -> None:
    visitor = visitor_without_scripts
    gateway.rasa.delay = 0.5
    visitor.opens().types("pressed twice")
    visitor.page.locator(".send").dblclick(no_wait_after=True)
    expect(visitor.page.locator(".reply")).to_have_count(1)
    assert visitor.said == ["pressed twice"]
    assert len(gateway.rasa.heard) == 1


def _stored(page: Page) -> object:
    return page.evaluate(
        "async () => [document.cookie, localStorage.length, sessionStorage.length,"
        " (await indexedDB.databases()).length, (await caches.keys()).length]"
    )


def test_nothing_is_stored_by_the_page(visitor_with_scripts: Visitor) -> None:
    visitor_with_scripts.opens().asks("a question")
    visitor_with_scripts.asks("another")
    assert _stored(visitor_with_scripts.page) == ["", 0, 0, 0, 0]
    assert visitor_with_scripts.page.context.cookies() == []
