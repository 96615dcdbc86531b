"""Leaving is quick, works when nothing else does, and leaves nothing to come back to."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from content.library import LiveLibrary
from tests.api.rasa_channel import RasaChannel
from tests.browser.conftest import Gateway, Weather, gateway_serving, page_of
from tests.browser.navigator import Visitor

SECRET = "a sentence that must be gone"


@pytest.fixture
def asked(visitor: Visitor) -> Visitor:
    visitor.opens().asks(SECRET)
    return visitor


def test_leaving_opens_another_site(asked: Visitor, gateway: Gateway) -> None:
    asked.leaves()
    asked.is_at(gateway.weather.url)
    expect(asked.page.locator("body")).to_contain_text("Sunny")


def test_the_other_site_learns_nothing(asked: Visitor, gateway: Gateway) -> None:
    asked.leaves()
    asked.is_at(gateway.weather.url)
    assert gateway.weather.referrers == [None]


def test_back_after_leaving_shows_nothing(asked: Visitor, gateway: Gateway) -> None:
    asked.leaves()
    asked.is_at(gateway.weather.url)
    for _ in range(3):
        asked.goes_back()
        asked.sees_not(SECRET)
        expect(asked.page.locator(".mine")).to_have_count(0)


def test_back_after_leaving_a_long_chat_shows_nothing(asked: Visitor, gateway: Gateway) -> None:
    """Browsers keep earlier pages whole in memory, `no-store` or not."""
    asked.asks(f"again {SECRET}")
    asked.reads_in("en" if asked.language == "fi" else "fi")
    asked.asks(f"once more {SECRET}")
    asked.leaves()
    asked.is_at(gateway.weather.url)
    for _ in range(6):
        asked.goes_back()
        asked.sees_not(SECRET)


def test_the_conversation_is_deleted_when_left(asked: Visitor, gateway: Gateway) -> None:
    token = asked.page.locator("#ask [name=token]").input_value()
    asked.leaves()
    asked.is_at(gateway.weather.url)
    for _ in range(50):  # the wish to delete is sent on the way out, and may arrive a moment later
        answer = asked.page.request.get(f"{gateway.url}/api/conversation", headers={"Authorization": f"Bearer {token}"})
        if answer.status == 410:
            return
        asked.page.wait_for_timeout(100)
    raise AssertionError(answer.status)


def test_leaving_is_possible_before_anything_was_said(visitor: Visitor, gateway: Gateway) -> None:
    visitor.opens().leaves()
    visitor.is_at(gateway.weather.url)


def test_the_way_out_is_in_sight_everywhere(visitor: Visitor, gateway: Gateway) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 568})
    visitor.opens().asks("question")
    for down in (0, 400, 100_000):
        visitor.page.mouse.wheel(0, down)
        leave = visitor.page.locator(".bar .leave")
        expect(leave).to_be_in_viewport(ratio=1)
        box = leave.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


def test_shift_three_times_leaves(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    visitor_with_scripts.opens().asks(SECRET)
    visitor_with_scripts.presses_shift_three_times()
    visitor_with_scripts.is_at(gateway.weather.url)
    visitor_with_scripts.goes_back()
    visitor_with_scripts.sees_not(SECRET)


def test_capital_letters_do_not_leave(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    visitor_with_scripts.opens().box.focus()
    for letter in "ABCDE":
        visitor_with_scripts.page.keyboard.press(f"Shift+{letter}")
    visitor_with_scripts.page.keyboard.press("Shift")
    visitor_with_scripts.page.keyboard.press("Shift")
    visitor_with_scripts.page.wait_for_timeout(300)
    expect(visitor_with_scripts.box).to_have_value("ABCDE")
    visitor_with_scripts.is_at(gateway.url)


def test_the_page_is_blank_at_once(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    visitor_with_scripts.opens().asks(SECRET)
    left = visitor_with_scripts.page.evaluate(
        "() => { document.querySelector('.bar .leave').click(); return document.body.innerText; }"
    )
    assert left == ""
    visitor_with_scripts.is_at(gateway.weather.url)


def test_leaving_replaces_the_chat_in_the_history(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    visitor_with_scripts.opens().asks(SECRET)
    before = visitor_with_scripts.page.evaluate("history.length")
    visitor_with_scripts.leaves()
    visitor_with_scripts.is_at(gateway.weather.url)
    assert visitor_with_scripts.page.evaluate("history.length") == before


@pytest.fixture
def fragile(
    browser: Browser, valkey_url: str, rasa: RasaChannel, _weather: Weather, library: LiveLibrary
) -> Iterator[Visitor]:
    """A visitor whose gateway has gone away since the question was asked."""
    with page_of(browser) as page:
        with gateway_serving(valkey_url, rasa, _weather, library) as gateway:
            visitor = Visitor(page, gateway.url, "en", library.current)
            visitor.opens().asks(SECRET)
        yield visitor


def test_leaving_works_when_the_server_is_down(fragile: Visitor, _weather: Weather) -> None:
    fragile.leaves()
    fragile.is_at(_weather.url)
    fragile.goes_back()
    fragile.sees_not(SECRET)


def test_leaving_works_without_a_network(visitor_with_scripts: Visitor) -> None:
    visitor_with_scripts.opens().asks(SECRET)
    visitor_with_scripts.page.context.set_offline(True)
    visitor_with_scripts.leaves()
    visitor_with_scripts.page.wait_for_timeout(500)
    visitor_with_scripts.sees_not(SECRET)
    visitor_with_scripts.page.context.set_offline(False)
    visitor_with_scripts.goes_back()
    visitor_with_scripts.sees_not(SECRET)


def test_what_could_not_be_sent_stays_in_the_box_with_a_number_to_call(fragile: Visitor) -> None:
    fragile.types("words that must not be lost")
    fragile.presses(fragile.text("write.send"))
    expect(fragile.page.locator("#failed")).to_be_visible()
    expect(fragile.page.locator("#failed")).to_contain_text("112")
    expect(fragile.box).to_have_value("words that must not be lost")


def test_delete_says_so_and_nothing_is_left(asked: Visitor) -> None:
    asked.deletes()
    asked.sees_not(SECRET)
    asked.goes_back()
    expect(asked.page.locator(".mine")).to_have_count(0)


def test_a_reload_after_deleting_brings_nothing_back(asked: Visitor) -> None:
    asked.deletes()
    asked.reloads()
    asked.sees_not(SECRET)
    expect(asked.page.locator("h2")).to_contain_text(asked.card("deleted"))


def test_one_can_begin_again_after_deleting(asked: Visitor) -> None:
    asked.deletes()
    asked.page.get_by_role("link", name=asked.text("start_again")).click()
    asked.asks("something new")
    assert asked.said == ["something new"]


def test_leaving_clears_what_the_browser_kept(asked: Visitor, gateway: Gateway) -> None:
    answer = asked.page.request.post(
        f"{gateway.url}/en/leave",
        form={"token": asked.page.locator("#leave [name=token]").input_value()},
        headers={"Sec-Fetch-Site": "same-origin"},
        max_redirects=0,
    )
    assert answer.status == 303
    assert answer.headers["location"] == gateway.weather.url
    assert re.search(r'"cache".*"storage"', answer.headers["clear-site-data"])
