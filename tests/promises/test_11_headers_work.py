"""P1, P2: what the headers are for really happens in a browser; no header is read here, only what a browser then does.

Each attack is also tried where no header stands in its way, so that none of these tests can pass because it was dull.
Gap: only Chromium is asked. Firefox needs a driver of its own and is not part of this.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from bench.running import RunningLyhty, eventually
from content.library import Library
from tests.browser.navigator import Visitor
from tests.promises.browsing import PASSPORT_QUESTION, SUNNY, Elsewhere, token_of, visit
from tests.promises.visitor import Visitor as Client


@pytest.fixture
def visitor(browser: Browser, lyhty: RunningLyhty, library: Library) -> Iterator[Visitor]:
    """With leave to reach local servers, so that nothing but what Lyhty sends stands in an attack's way."""
    with visit(browser, lyhty.visitor, "en", library, permissions=["local-network-access"]) as visitor:
        yield visitor


INJECTED = {
    "inline script": "<script>document.title = 'ran'</script>",
    "event handler": "<img src=/nothing onerror=\"document.title = 'ran'\">",
    "script of another site": "<script src={elsewhere}/ran.js></script>",
    "script as data": "<script src=\"data:text/javascript,document.title='ran'\"></script>",
    "frame with a script": "<iframe srcdoc=\"<script>parent.document.title='ran'</script>\"></iframe>",
}


def _inject(page: Page, html: str, guarded: bool) -> None:
    """Add HTML to every page that comes, with the headers it came with or with none of them."""

    def add(route: Route) -> None:
        answer = route.fetch()
        kept = {name: value for name, value in answer.headers.items() if name != "content-encoding"}
        headers = kept if guarded else {"content-type": kept["content-type"]}
        route.fulfill(status=answer.status, headers=headers, body=answer.text().replace("</body>", f"{html}</body>"))

    page.unroute_all()
    page.route("**/en/", add)


@pytest.mark.parametrize("injected", INJECTED.values(), ids=INJECTED)
def test_an_injected_script_does_not_run(visitor: Visitor, elsewhere: Elsewhere, injected: str) -> None:
    elsewhere.pages["/ran.js"] = "document.title = 'ran'"
    html = injected.replace("{elsewhere}", elsewhere.url)
    for guarded, title in ((False, "ran"), (True, "Lyhty")):
        _inject(visitor.page, html, guarded)
        visitor.opens()
        visitor.page.wait_for_timeout(300)
        expect(visitor.page).to_have_title(title)


@pytest.mark.parametrize("tag", ['<iframe src="{}"></iframe>', '<object data="{}"></object>', '<embed src="{}">'])
def test_no_other_site_can_frame_the_page(
    visitor: Visitor, lyhty: RunningLyhty, elsewhere: Elsewhere, tag: str
) -> None:
    elsewhere.pages["/frames"] = tag.format(f"{elsewhere.url}/weather") + tag.format(f"{lyhty.visitor}/en/")
    page = visitor.page
    page.goto(f"{elsewhere.url}/frames")
    page.wait_for_timeout(500)
    shown = [frame.evaluate("document.body ? document.body.innerText : ''") for frame in page.frames[1:]]
    assert SUNNY in shown, "a page that allows it can be framed"
    assert not any(visitor.text("first.title") in text for text in shown)


WAYS_OUT = {
    "fetch": "address => { fetch(address, {mode: 'no-cors'}).catch(() => 0) }",
    "beacon": "address => { navigator.sendBeacon(address, 'words') }",
    "image": "address => { new Image().src = address }",
    "style": """address => { const link = document.createElement('link');
        link.rel = 'stylesheet'; link.href = address; document.head.append(link) }""",
    "web socket": "address => { try { new WebSocket(address.replace('http', 'ws')) } catch (refused) {} }",
    "form": """address => { const form = document.createElement('form');
        form.method = 'post'; form.action = address; document.body.append(form); form.submit() }""",
}
_OPEN_PAGE = "/open"


@pytest.mark.parametrize("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_the_page_can_send_nothing_to_another_site(visitor: Visitor, elsewhere: Elsewhere, way: str) -> None:
    """Even a script that got in could carry nothing out: by no element, no form and no call."""
    elsewhere.pages[_OPEN_PAGE] = "<html><head></head><body></body></html>"
    other_site = elsewhere.url.replace("localhost", "127.0.0.1")
    control = visitor.page.context.new_page()
    control.goto(elsewhere.url + _OPEN_PAGE)
    control.evaluate(way, f"{other_site}/control")
    if way is not WAYS_OUT["web socket"]:  # the other site speaks HTTP only, so it hears of no socket
        assert eventually(lambda: bool(elsewhere.requests_for("/control")), seconds=10)
    control.close()
    visitor.opens()
    refused = _refusals(visitor.page)
    visitor.page.evaluate(way, f"{other_site}/stolen")
    visitor.page.wait_for_timeout(500)
    assert elsewhere.requests_for("/stolen") == []
    assert refused, "the browser says that the page's policy refused it"
    assert visitor.page.url.startswith(visitor.address)


def _refusals(page: Page) -> list[str]:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    return refused


def test_a_form_of_the_page_cannot_be_turned_to_another_site(visitor: Visitor, elsewhere: Elsewhere) -> None:
    visitor.opens().types("words that must stay")
    visitor.page.evaluate("address => { document.querySelector('#ask').action = address }", f"{elsewhere.url}/stolen")
    visitor.page.evaluate("document.querySelector('#ask').requestSubmit()")
    visitor.page.wait_for_timeout(500)
    assert elsewhere.requests_for("/stolen") == []


def test_a_followed_source_learns_nothing_of_where_one_comes_from(visitor: Visitor, elsewhere: Elsewhere) -> None:
    visitor.opens().asks(PASSPORT_QUESTION["en"])
    source = visitor.newest_answer.locator(".source a").first
    address = str(source.get_attribute("href"))
    source.click()
    visitor.is_at(address)
    assert [heard.referrer for heard in elsewhere.requests_for(urlsplit(address).path)] == [None]


def test_even_a_careless_link_gives_no_referrer(visitor: Visitor, elsewhere: Elsewhere) -> None:
    follow = """address => { const link = document.createElement('a');
        link.href = address; document.body.append(link); link.click() }"""
    visitor.opens()
    for start, path, told in ((elsewhere.url, "/control", True), (f"{visitor.address}/en/", "/careless", False)):
        visitor.page.goto(start)
        visitor.page.evaluate(follow, elsewhere.url.replace("localhost", "127.0.0.1") + path)
        visitor.page.wait_for_url(f"**{path}")
        assert [heard.referrer is not None for heard in elsewhere.requests_for(path)] == [told]


def test_a_form_of_another_site_is_refused(visitor: Visitor, lyhty: RunningLyhty, elsewhere: Elsewhere) -> None:
    """Even with a good fresh token, and the refusal begins no conversation."""
    token = token_of(visitor.opens())
    elsewhere.pages["/forged"] = (
        f'<form method="post" action="{lyhty.visitor}/en/"><input name="token" value="{token}">'
        '<input name="text" value="forged words"><button>Win a prize</button></form>'
    )
    visitor.page.goto(f"{elsewhere.url}/forged")
    with visitor.page.expect_response(f"{lyhty.visitor}/en/") as refused:
        visitor.page.get_by_role("button").click()
    assert refused.value.status == 403
    visitor.sees(visitor.text("error.from-another-site"))
    client = Client(lyhty.visitor)
    client.token = token
    assert client.reads().status_code == 401


def test_a_script_of_another_site_can_neither_ask_nor_read(
    visitor: Visitor, lyhty: RunningLyhty, elsewhere: Elsewhere
) -> None:
    visitor.page.goto(elsewhere.url)
    call = """([address, options]) => fetch(address, options).then(answer => answer.text()).catch(() => 'refused')"""
    json = {"method": "POST", "headers": {"Content-Type": "application/json"}, "body": '{"language": "en"}'}
    asked: list[tuple[str, dict[str, object]]] = [
        ("/api/conversations", dict(json)),
        ("/en/", {}),
        ("/health/live", {}),
    ]
    for path, options in asked:
        assert visitor.page.evaluate(call, [lyhty.visitor + path, options]) == "refused", path


def test_who_opens_the_page_holds_no_handle_to_it(visitor: Visitor, lyhty: RunningLyhty, elsewhere: Elsewhere) -> None:
    page = visitor.page
    page.goto(elsewhere.url)
    for address, severed in ((f"{elsewhere.url}/weather", False), (f"{lyhty.visitor}/en/", True)):
        with page.expect_popup() as popup:
            page.evaluate("address => { window.opened = window.open(address) }", address)
        popup.value.wait_for_load_state()
        assert page.evaluate("window.opened.closed") is severed


def test_the_page_cannot_learn_where_the_device_is_even_if_the_person_allows_it(
    browser: Browser, lyhty: RunningLyhty, library: Library, elsewhere: Elsewhere
) -> None:
    ask = "() => new Promise(done => navigator.geolocation.getCurrentPosition(() => done('told'), () => done('no')))"
    place = {"latitude": 60.2, "longitude": 24.9}
    with visit(browser, lyhty.visitor, "en", library, geolocation=place, permissions=["geolocation"]) as visitor:
        visitor.page.goto(elsewhere.url)
        assert visitor.page.evaluate(ask) == "told"
        visitor.opens()
        assert visitor.page.evaluate(ask) == "no"
