"""The page loads nothing from elsewhere, runs nothing that is not its own, and cannot be framed or posted to."""

from playwright.sync_api import Browser, expect

from tests.browser.conftest import Gateway, page_of
from tests.browser.navigator import Visitor

RUN = (
    "const made = document.createElement('script'); made.textContent = 'window.ran = true'; document.body.append(made);"
)
STYLE = "document.querySelector('main').setAttribute('style', 'display: none')"


def test_a_whole_visit_asks_no_other_host(visitor: Visitor, gateway: Gateway) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.opens().asks("a question")
    visitor.asks("another question")
    visitor.deletes()
    assert {url.split("/")[2] for url in asked} == {gateway.url.split("/")[2]}


def test_an_injected_script_does_not_run(visitor_with_scripts: Visitor) -> None:
    visitor_with_scripts.opens().asks("a question")
    visitor_with_scripts.page.evaluate(RUN)
    assert visitor_with_scripts.page.evaluate("window.ran") is None


def test_injected_styles_do_nothing(visitor_with_scripts: Visitor) -> None:
    visitor_with_scripts.opens()
    visitor_with_scripts.page.evaluate(STYLE)
    expect(visitor_with_scripts.page.locator("main")).to_be_visible()


def test_the_page_itself_breaks_no_rule_of_its_policy(visitor_with_scripts: Visitor, gateway: Gateway) -> None:
    complaints: list[str] = []
    visitor_with_scripts.page.on(
        "console", lambda message: complaints.append(message.text) if "Security Policy" in message.text else None
    )
    visitor_with_scripts.page.on("pageerror", lambda error: complaints.append(str(error)))
    visitor_with_scripts.opens().asks("a question")
    visitor_with_scripts.asks("another question")
    visitor_with_scripts.leaves()
    visitor_with_scripts.is_at(gateway.weather.url)
    assert complaints == []


def test_words_are_shown_as_words(visitor: Visitor) -> None:
    words = "<b id=planted>bold</b> {{ 7 * 7 }} & <script>x</script>"
    visitor.opens().asks(words)
    visitor.asks(words + " again")
    assert visitor.said == [words, words + " again"]
    expect(visitor.page.locator("#planted")).to_have_count(0)


def test_words_that_are_refused_are_shown_as_words_too(visitor: Visitor) -> None:
    words = "</textarea><b id=planted>" + "x" * 2000
    visitor.opens().types(words)
    visitor.presses(visitor.text("write.send"))
    visitor.sees(visitor.text("error.text-too-long", most=2000))
    expect(visitor.box).to_have_value(words)
    expect(visitor.page.locator("#planted")).to_have_count(0)


def test_another_site_cannot_show_the_page_in_a_frame(browser: Browser, gateway: Gateway) -> None:
    with page_of(browser) as page:
        page.goto(gateway.weather.url)
        page.evaluate(
            "address => { const frame = document.createElement('iframe'); frame.src = address;"
            " document.body.append(frame); }",
            f"{gateway.url}/en/",
        )
        page.wait_for_timeout(500)
        assert all("ask" not in frame.content() for frame in page.frames[1:])


def test_another_site_cannot_post_for_a_visitor(browser: Browser, gateway: Gateway) -> None:
    with page_of(browser) as page:
        page.goto(gateway.weather.url)
        page.evaluate(
            "address => { const form = document.createElement('form'); form.method = 'post'; form.action = address;"
            " document.body.append(form); form.submit(); }",
            f"{gateway.url}/en/",
        )
        expect(page.locator("#error")).to_be_visible()
        assert gateway.rasa.heard == []
