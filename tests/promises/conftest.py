"""What tests of promises share beside the running Lyhty: its content, a browser, and the rest of the world."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from bench.running import ROOT
from content.library import Library
from tests.promises.browsing import Elsewhere, chromium, elsewhere_serving


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load(ROOT / "content")


@pytest.fixture(scope="session")
def _elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    with elsewhere_serving(tmp_path_factory.mktemp("elsewhere")) as elsewhere:
        yield elsewhere


@pytest.fixture
def elsewhere(_elsewhere: Elsewhere) -> Elsewhere:
    _elsewhere.forget()
    return _elsewhere


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Ended after each module, for its event loop would stand in the way of asynchronous tests elsewhere."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(playwright: Playwright, _elsewhere: Elsewhere) -> Iterator[Browser]:
    with chromium(playwright, _elsewhere) as browser:
        yield browser


@pytest.fixture(params=["fi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)
