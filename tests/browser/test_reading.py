"""Everybody can read it: small screens, keyboards, screen readers, dark rooms, right-to-left scripts, ears."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from content.library import LiveLibrary
from tests.browser.conftest import Gateway, page_of
from tests.browser.navigator import Visitor

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PASSPORT = {"kind": "answer", "topic": "safety/documents-taken", "suggestions": ["safety/threats"], "confidence": 0.9}
NO_SIDEWAYS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
VOICES = """
window.spoken = [];
const voice = (lang, localService) => ({lang, localService, name: lang});
Object.defineProperty(window, 'speechSynthesis', {value: {
  speaking: false,
  getVoices: () => [voice('en-GB', false), voice('en-US', LOCAL)],
  speak(words) { this.speaking = true; window.spoken.push([words.text, words.voice && words.voice.lang]); },
  cancel() { this.speaking = false; window.spoken.push('silence'); },
}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def offences(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{each['id']}: {[node['html'][:120] for node in each['nodes']]}" for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(
    browser: Browser, gateway: Gateway, library: LiveLibrary, language: str, scheme: str
) -> None:
    gateway.rasa.decisions = [PASSPORT]
    with page_of(browser, color_scheme=scheme, viewport={"width": 360, "height": 740}) as page:
        visitor = Visitor(page, gateway.url, language, library.current).opens()
        assert offences(page) == []
        visitor.asks("passport")
        number = visitor.newest_answer.locator(".service .call summary").first
        number.click()
        number.evaluate("part => part.scrollIntoView()")  # the bar must not lie over what is measured
        assert offences(page) == []
        visitor.asks("he will kill me / hän tappaa minut")
        visitor.reloads()
        page.locator(".earlier > summary").click()
        assert offences(page) == []
        visitor.types("y" * 2001)
        visitor.presses(visitor.text("write.send"))
        expect(page.locator("#error")).to_be_visible()
        assert offences(page) == []
        visitor.deletes()
        assert offences(page) == []


@pytest.mark.parametrize("width", [320, 280])
def test_nothing_needs_sideways_scrolling(browser: Browser, gateway: Gateway, library: LiveLibrary, width: int) -> None:
    """320 px is also what 400 % zoom leaves of a window of 1280."""
    gateway.rasa.decisions = [PASSPORT]
    with page_of(browser, viewport={"width": width, "height": 256}) as page:
        visitor = Visitor(page, gateway.url, "fi", library.current).opens()
        assert page.evaluate(NO_SIDEWAYS)
        visitor.asks("passi")
        for folded in page.locator("summary").all():
            folded.evaluate("summary => { summary.parentNode.open = true; }")
        assert page.evaluate(NO_SIDEWAYS)


def test_where_height_is_scarce_only_the_way_out_stays(
    browser: Browser, gateway: Gateway, library: LiveLibrary
) -> None:
    with page_of(browser, viewport={"width": 320, "height": 256}) as page:
        Visitor(page, gateway.url, "en", library.current).opens()
        expect(page.locator(".bar .leave")).to_be_in_viewport(ratio=1)
        expect(page.locator("#write")).not_to_be_in_viewport()


def test_right_to_left_works_as_it_is(browser: Browser, gateway: Gateway, library: LiveLibrary) -> None:
    gateway.rasa.decisions = [PASSPORT]
    with page_of(browser, viewport={"width": 320, "height": 568}) as page:
        Visitor(page, gateway.url, "en", library.current).opens().asks("passport")
        page.evaluate("document.querySelectorAll('html, article').forEach(part => { part.dir = 'rtl'; })")
        mine, brand, send = (page.locator(part).bounding_box() for part in (".mine", ".brand", ".send"))
        assert mine and brand and send
        assert mine["x"] < 20
        assert brand["x"] > 160
        assert send["x"] < 20
        assert page.evaluate("getComputedStyle(document.querySelector('.call bdi')).direction") == "ltr"
        assert page.evaluate(NO_SIDEWAYS)


def test_the_keyboard_alone_is_enough(visitor_without_scripts: Visitor, gateway: Gateway) -> None:
    visitor = visitor_without_scripts
    keyboard = visitor.page.keyboard
    visitor.opens()
    keyboard.press("Tab")
    expect(visitor.page.locator(":focus")).to_have_text(visitor.text("leave.button"))
    expect(visitor.page.locator(":focus")).to_be_in_viewport()
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(visitor.box).to_be_focused()
    keyboard.type("typed by hand")
    keyboard.press("Tab")
    expect(visitor.page.locator(":focus")).to_have_text(visitor.text("write.send"))
    keyboard.press("Enter")
    expect(visitor.page.locator(".mine")).to_contain_text("typed by hand")


def test_the_token_is_no_stop_for_keyboard_or_screen_reader(visitor_with_scripts: Visitor) -> None:
    page = visitor_with_scripts.opens().page
    token = page.locator("#ask [name=token]").input_value()
    assert token not in page.locator("body").aria_snapshot()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") != "token"


def test_an_answer_takes_no_focus(visitor_with_scripts: Visitor) -> None:
    visitor = visitor_with_scripts
    visitor.opens().asks("a question")
    visitor.types("another")
    visitor.page.locator(".send").focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".mine")).to_have_count(2)
    expect(visitor.page.locator(".send")).to_be_focused()


def test_new_answers_are_announced_politely(visitor_with_scripts: Visitor) -> None:
    visitor_with_scripts.opens().asks("a question")
    log = visitor_with_scripts.page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    visitor_with_scripts.asks("another")
    expect(log.locator(".mine")).to_have_count(2)


def _listening(browser: Browser, gateway: Gateway, library: LiveLibrary, local: bool) -> tuple[Page, Visitor]:
    page = browser.new_page()
    page.add_init_script(VOICES.replace("LOCAL", str(local).lower()))
    gateway.rasa.decisions = [PASSPORT]
    visitor = Visitor(page, gateway.url, "en", library.current)
    visitor.opens().asks("passport")
    return page, visitor


def test_an_answer_is_read_aloud_by_a_voice_on_the_device(
    browser: Browser, gateway: Gateway, library: LiveLibrary
) -> None:
    page, visitor = _listening(browser, gateway, library, local=True)
    visitor.presses(visitor.text("listen.start"))
    spoken = page.evaluate("window.spoken")
    assert any(visitor.topic("safety/documents-taken") in words[0] for words in spoken)
    spoken = [words for words in spoken if words != "silence"]
    assert {voice for _, voice in spoken} == {"en-US"}
    assert visitor.text("answer.now_heading") in " ".join(text for text, _ in spoken)
    visitor.presses(visitor.text("listen.stop"))
    assert page.evaluate("window.spoken").pop() == "silence"
    page.close()


def test_without_a_voice_on_the_device_nothing_is_offered(
    browser: Browser, gateway: Gateway, library: LiveLibrary
) -> None:
    page, _ = _listening(browser, gateway, library, local=False)
    expect(page.locator(".listen")).to_have_count(0)
    page.close()
