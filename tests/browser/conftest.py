"""A real browser, a real gateway and a real store; only the dialogue model is a small true speaker of its channel."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.serving.embedded_valkey import EmbeddedValkey, start_alone
from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.rasa_channel import RasaChannel, free_port, running_channel, serving
from tests.browser.navigator import Visitor

CONTENT = Path(__file__).parents[2] / "content"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright switches off what a person's browser does on Back and on reload; here that is what is tested.
AS_PEOPLE_HAVE_IT = ["--disable-back-forward-cache", "--disable-prompt-on-repost"]


@dataclass
class Weather:
    """Where *leave* leads: another site, that writes down what it learns of its visitors."""

    url: str
    referrers: list[str | None] = field(default_factory=list)

    async def page(self, request: Request) -> Response:
        self.referrers.append(request.headers.get("referer"))
        return PlainTextResponse("Sunny spells")


@dataclass
class Gateway:
    """The visitor's application on a real socket."""

    url: str
    rasa: RasaChannel
    weather: Weather


@contextmanager
def gateway_serving(valkey_url: str, rasa: RasaChannel, weather: Weather, library: LiveLibrary) -> Iterator[Gateway]:
    port = free_port()
    settings = Settings(valkey_url=valkey_url, rasa_url=rasa.url, leave_url=weather.url, limits=False)
    with serving(create_app(settings, library=library), port):
        yield Gateway(f"http://127.0.0.1:{port}", rasa, weather)


@pytest.fixture(scope="session")
def valkey_url() -> Iterator[str]:
    embedded = EmbeddedValkey.in_new_folder()
    part = start_alone(embedded)
    yield embedded.url
    part.stop()
    embedded.remove_folder()


@pytest.fixture(scope="session")
def library() -> LiveLibrary:
    return LiveLibrary(CONTENT)


@pytest.fixture(scope="session")
def _channel() -> Iterator[RasaChannel]:
    with running_channel() as channel:
        yield channel


@pytest.fixture
def rasa(_channel: RasaChannel) -> RasaChannel:
    _channel.reset()
    return _channel


@pytest.fixture(scope="session")
def _weather() -> Iterator[Weather]:
    port = free_port()
    weather = Weather(f"http://localhost:{port}/")  # another host name than the gateway's: another site
    with serving(Starlette(routes=[Route("/", weather.page)]), port):
        yield weather


@pytest.fixture(scope="session")
def _gateway(valkey_url: str, _channel: RasaChannel, _weather: Weather, library: LiveLibrary) -> Iterator[Gateway]:
    with gateway_serving(valkey_url, _channel, _weather, library) as gateway:
        yield gateway


@pytest.fixture
def gateway(_gateway: Gateway, rasa: RasaChannel) -> Gateway:
    _gateway.weather.referrers.clear()
    return _gateway


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each module, for its event loop would stand in the way of asynchronous tests elsewhere."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=ARGUMENTS, ignore_default_args=AS_PEOPLE_HAVE_IT
        )
        yield chromium
        chromium.close()


@pytest.fixture(params=["fi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@contextmanager
def page_of(browser: Browser, scripts: bool = True, **options: object) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=scripts, **options)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitor(
    browser: Browser, gateway: Gateway, scripts: bool, language: str, library: LiveLibrary
) -> Iterator[Visitor]:
    """In both languages, with scripts and without: what is promised is promised to all four."""
    with page_of(browser, scripts) as page:
        yield Visitor(page, gateway.url, language, library.current)


@pytest.fixture
def visitor_with_scripts(browser: Browser, gateway: Gateway, library: LiveLibrary) -> Iterator[Visitor]:
    with page_of(browser) as page:
        yield Visitor(page, gateway.url, "en", library.current)


@pytest.fixture
def visitor_without_scripts(browser: Browser, gateway: Gateway, library: LiveLibrary) -> Iterator[Visitor]:
    with page_of(browser, scripts=False) as page:
        yield Visitor(page, gateway.url, "en", library.current)
