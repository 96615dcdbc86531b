"""P5: every page in every state has no WCAG 2.2 AA fault that axe-core knows, works by keyboard alone, and at 400 %.

axe finds about half of what can be wrong; focus, zoom and spacing are tried here beside it. What needs a listener with
a real screen reader is a gap.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page, expect

from bench.running import RunningLyhty
from content.library import Library
from tests.browser.navigator import Visitor
from tests.promises.browsing import PASSPORT, PASSPORT_QUESTION, visit

DANGER = {"fi": "hän lyö minua nyt ja hänellä on veitsi", "en": "he is hitting me now and he has a knife"}
LONG_WORD = "supercalifragilistic" * 6
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {"target-size": {"enabled": True}}
SIZES = {"phone": {"width": 320, "height": 568}, "desktop": {"width": 1280, "height": 800}}
ZOOMED: dict[str, Any] = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}  # 1280 × 1024 at 400 %
FOCUSABLE = "a[href], button, summary, textarea, select, input:not([type=hidden])"

State = Callable[[Visitor], None]


def _asks(visitor: Visitor, words: str) -> None:
    visitor.opens().asks(words)


def _opens_everything(visitor: Visitor) -> None:
    visitor.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")


def _everything_of_an_answer(visitor: Visitor) -> None:
    _asks(visitor, PASSPORT_QUESTION[visitor.language])
    visitor.asks(f"{DANGER[visitor.language]} {LONG_WORD}")
    _opens_everything(visitor)


def _whole_conversation(visitor: Visitor) -> None:
    _asks(visitor, PASSPORT_QUESTION[visitor.language])
    visitor.reads_in(visitor.language)
    visitor.chooses(visitor.text("answer.person"))
    visitor.reads_in(visitor.language)
    visitor.page.locator(".earlier > summary").click()
    visitor.presses(visitor.text("conversation.in_full"))
    expect(visitor.page.locator("article.reply")).to_have_count(2)


def _sends_nothing(visitor: Visitor) -> None:
    visitor.opens().presses(visitor.text("write.send"))
    expect(visitor.page.get_by_role("alert").first).to_contain_text(visitor.text("error.text-empty"))


def _sends_too_much(visitor: Visitor) -> None:
    _asks(visitor, PASSPORT_QUESTION[visitor.language])
    visitor.types("a " * 1_500)
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator("#error")).to_be_visible()


def _cannot_send(visitor: Visitor) -> None:
    _asks(visitor, PASSPORT_QUESTION[visitor.language])
    visitor.page.context.set_offline(True)
    visitor.types("words")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator("#failed")).to_be_visible()
    visitor.page.context.set_offline(False)


def _is_told_what_was_masked(visitor: Visitor) -> None:
    visitor.opens().types("someone@example.org")
    visitor.presses(visitor.text("write.send"))
    expect(visitor.page.locator(".note")).to_be_visible()


def _deletes(visitor: Visitor) -> None:
    _asks(visitor, PASSPORT_QUESTION[visitor.language])
    visitor.deletes()


def _is_lost(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.address}/{visitor.language}/no-such-page")


STATES: dict[str, State] = {
    "first screen": lambda visitor: _opens_everything(visitor.opens()),
    "answer": lambda visitor: _asks(visitor, PASSPORT_QUESTION[visitor.language]),
    "answer and danger, all open": _everything_of_an_answer,
    "danger": lambda visitor: _asks(visitor, DANGER[visitor.language]),
    "safe word": lambda visitor: _asks(visitor, {"fi": "APUA", "en": "HELP"}[visitor.language]),
    "unsure": lambda visitor: _asks(visitor, "blorp kvim zatt"),
    "whole conversation": _whole_conversation,
    "masked": _is_told_what_was_masked,
    "nothing was written": _sends_nothing,
    "too much was written": _sends_too_much,
    "could not be sent": _cannot_send,
    "deleted": _deletes,
    "no such page": _is_lost,
}


def _faults(page: Page) -> list[str]:
    """What axe finds, one line for each element.

    The bar at the bottom is put to its place at the end first: what lies under it can be scrolled out, but axe looks at
    one moment. That it never covers the focus is tried below.
    """
    page.wait_for_load_state()
    page.evaluate("document.querySelector('.bar').style.position = 'static'")
    page.evaluate(AXE_SCRIPT)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": RULES, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {json.dumps(options)})")
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_no_page_has_a_fault(
    browser: Browser, lyhty: RunningLyhty, library: Library, language: str, size: str, scheme: str
) -> None:
    faults = {}
    with visit(browser, lyhty.visitor, language, library, viewport=SIZES[size], color_scheme=scheme) as visitor:
        for name, state in STATES.items():
            state(visitor)
            faults[name] = _faults(visitor.page)
    assert not {name: found for name, found in faults.items() if found}


def test_axe_finds_a_fault_where_there_is_one(browser: Browser, lyhty: RunningLyhty, library: Library) -> None:
    spoil = """() => { document.documentElement.removeAttribute('lang');
        document.querySelector('.lead').style.color = '#ccc';
        document.querySelectorAll('.choices button').forEach(each => { each.textContent = '' }) }"""
    with visit(browser, lyhty.visitor, "en", library, color_scheme="light") as visitor:
        visitor.opens().page.evaluate(spoil)
        rules = {fault.partition(":")[0] for fault in _faults(visitor.page)}
    assert rules >= {"html-has-lang", "color-contrast", "button-name"}


@pytest.fixture
def visitor(browser: Browser, lyhty: RunningLyhty, library: Library) -> Iterator[Visitor]:
    with visit(browser, lyhty.visitor, "en", library, viewport=SIZES["phone"]) as visitor:
        yield visitor


def _number_what_can_have_the_focus(page: Page) -> int:
    """Number all that is to be seen and used, in `data-stop`; gives how many there are."""
    numbered: int = page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
            .filter(each => !each.disabled && !each.closest('[aria-hidden=true]') && each.checkVisibility())
            .map((each, number) => { each.dataset.stop = number }).length""",
        FOCUSABLE,
    )
    return numbered


def _focused(page: Page) -> int | None:
    stop = page.evaluate("document.activeElement.dataset.stop")
    return None if stop is None else int(stop)


def _stops(page: Page, start: int, key: str) -> list[int]:
    """Where the focus goes from a start, until it comes to a place where it was, or leaves the page."""
    page.locator(f"[data-stop='{start}']").focus()
    seen = [start]
    while True:
        page.keyboard.press(key)
        stop = _focused(page)
        if stop is None or stop in seen:
            return seen
        seen.append(stop)


KEYBOARD_STATES = ["first screen", "answer", "answer and danger, all open", "nothing was written", "deleted"]


@pytest.mark.parametrize("state", KEYBOARD_STATES)
def test_everything_can_be_reached_by_keyboard_and_left_again(visitor: Visitor, state: str) -> None:
    STATES[state](visitor)
    count = _number_what_can_have_the_focus(visitor.page)
    forwards = _stops(visitor.page, 0, "Tab")
    assert forwards == list(range(count)), "each is reached, in the order of reading, and none holds the focus"
    assert _stops(visitor.page, count - 1, "Shift+Tab") == forwards[::-1]


def _is_in_sight(focused: Locator) -> bool:
    """Whether some part of an element can be seen, and is not covered by anything (WCAG 2.4.11)."""
    return bool(
        focused.evaluate(
            """element => { const box = element.getBoundingClientRect(); const parts = [.1, .3, .5, .7, .9];
            return parts.some(x => parts.some(y => { const hit = document.elementFromPoint(
                box.left + x * box.width, box.top + y * box.height); return element.contains(hit) })) }"""
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["first screen", "answer and danger, all open"])
def test_the_focus_is_seen_and_never_covered(visitor: Visitor, state: str, scheme: str) -> None:
    page = visitor.page
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    STATES[state](visitor)
    page.keyboard.press("Tab")  # from here on the keyboard is in use
    for stop in range(_number_what_can_have_the_focus(page)):
        focused = page.locator(f"[data-stop='{stop}']")
        page.keyboard.press("Tab") if stop else focused.focus()
        expect(focused).to_be_focused()
        assert _is_in_sight(focused), (stop, focused.evaluate("each => each.outerHTML"))
        with_focus = page.screenshot()
        outline = focused.evaluate("each => [getComputedStyle(each).outlineStyle, getComputedStyle(each).outlineWidth]")
        focused.evaluate("each => each.blur()")
        assert page.screenshot() != with_focus, (stop, outline)
        focused.evaluate("each => each.focus()")


def _goes_to(page: Page, target: Locator) -> None:
    """Press Tab until the focus is there."""
    for _ in range(150):
        if target.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("The keyboard does not lead there")


def test_a_whole_visit_by_keyboard_alone(visitor: Visitor) -> None:
    page = visitor.opens().page
    _goes_to(page, page.locator("a.skip"))
    page.keyboard.press("Enter")
    page.keyboard.type(PASSPORT_QUESTION["en"])
    assert visitor.box.input_value() == PASSPORT_QUESTION["en"], "the way to the writing box leads into it"
    _goes_to(page, page.locator("button.send"))
    page.keyboard.press("Enter")
    expect(visitor.newest_answer.locator("h2")).to_contain_text(visitor.topic(PASSPORT))
    number = visitor.newest_answer.locator(".service .call").first
    _goes_to(page, number.locator("summary"))
    page.keyboard.press("Enter")
    expect(number.get_by_role("link")).to_be_visible()
    choice = visitor.newest_answer.locator(".choices button").first
    title = choice.inner_text()
    _goes_to(page, choice)
    page.keyboard.press("Space")
    expect(visitor.newest_answer.locator("h2")).to_contain_text(title)
    target = str(page.locator("#leave").get_attribute("data-away"))
    _goes_to(page, page.locator(".bar .leave"))
    page.keyboard.press("Enter")
    visitor.is_at(target)


def test_an_answer_does_not_take_the_focus_away(visitor: Visitor) -> None:
    visitor.opens().asks(PASSPORT_QUESTION["en"])
    _goes_to(visitor.page, visitor.box)
    visitor.page.keyboard.type("and what then")
    visitor.page.evaluate("document.querySelector('#ask').requestSubmit()")
    expect(visitor.page.locator(".mine")).to_have_count(2)
    expect(visitor.box).to_be_focused()


WIDER_THAN_THE_SCREEN = """() => {
    const edge = document.documentElement.clientWidth;
    const wide = [...document.querySelectorAll('body *')].filter(each => each.checkVisibility()
        && !each.closest('.unseen') && each.getBoundingClientRect().right > edge + 1);
    return [document.scrollingElement.scrollWidth > edge, ...wide.map(each => each.outerHTML.slice(0, 120))];
}"""


def test_nothing_needs_sideways_scrolling_at_400_percent(
    browser: Browser, lyhty: RunningLyhty, library: Library, language: str
) -> None:
    with visit(browser, lyhty.visitor, language, library, **ZOOMED) as visitor:
        for name, state in STATES.items():
            state(visitor)
            _opens_everything(visitor)
            assert visitor.page.evaluate(WIDER_THAN_THE_SCREEN) == [False], name


# WCAG 1.4.12: what a reader may set must not hide anything.
WIDE_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }"""
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter(each => each.checkVisibility()
    && !each.closest('.unseen') && each.nodeName !== 'TEXTAREA' && getComputedStyle(each).overflow !== 'visible'
    && (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1))
    .map(each => each.outerHTML.slice(0, 120))"""


def test_wide_spacing_hides_nothing(browser: Browser, lyhty: RunningLyhty, library: Library, language: str) -> None:
    with visit(browser, lyhty.visitor, language, library, viewport=SIZES["phone"], bypass_csp=True) as visitor:
        for name in ("first screen", "answer and danger, all open", "deleted"):
            STATES[name](visitor)
            visitor.page.add_style_tag(content=WIDE_SPACING)
            assert visitor.page.evaluate(WIDER_THAN_THE_SCREEN) == [False], name
            assert visitor.page.evaluate(CUT_OFF) == [], name
