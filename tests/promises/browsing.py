"""What tests of promises to a browser share: another web server that listens, a line that can be cut, a real profile.

The visitor at the browser is the one of tests/browser. Here the whole of Lyhty stands behind the page.
"""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import trustme
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from content.library import Library
from tests.api.rasa_channel import free_port, serving
from tests.browser.conftest import ARGUMENTS, AS_PEOPLE_HAVE_IT, page_of
from tests.browser.navigator import Visitor

PASSPORT = "safety/documents-taken"
PASSPORT_QUESTION = {
    "fi": "pomo otti mun passin eikä anna sitä takaisin",
    "en": "the boss took my passport and does not give it back",
}
SUNNY = "Sunny spells"
_METHODS = ["GET", "POST", "PUT", "DELETE"]
# A browser as people start it: nothing of what Playwright adds, which would keep less on the device than theirs.
_PEOPLES_ARGUMENTS = ["--headless=new", "--remote-debugging-pipe", "--no-default-browser-check", *ARGUMENTS]


@dataclass
class Heard:
    """A request that another site got."""

    method: str
    host: str
    path: str
    referrer: str | None


@dataclass
class Elsewhere:
    """Every other site there is: plain HTTP on localhost, and TLS under whatever name a browser asks for.

    Attributes:
        url: where it is without TLS; another site than Lyhty's address.
        tls_port: the port to which a browser's names must be mapped.
        pages: HTML by path; other paths tell the weather.
        delay: seconds until it answers.
    """

    url: str
    tls_port: int
    pages: dict[str, str] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    delay: float = 0.0

    async def answer(self, request: Request) -> Response:
        host = request.headers.get("host", "")
        self.heard.append(Heard(request.method, host, request.url.path, request.headers.get("referer")))
        await asyncio.sleep(self.delay)
        return Response(
            self.pages.get(request.url.path, f"<title>Weather</title><p>{SUNNY}"),
            media_type="text/javascript" if request.url.path.endswith(".js") else "text/html",
            headers={"Cross-Origin-Resource-Policy": "cross-origin"},
        )

    def forget(self) -> None:
        self.pages.clear()
        self.heard.clear()
        self.delay = 0.0

    def requests_for(self, path: str) -> list[Heard]:
        return [heard for heard in self.heard if heard.path == path]


@contextmanager
def elsewhere_serving(folder: Path) -> Iterator[Elsewhere]:
    """Serve both ways; the certificate is one that only a test's browser takes."""
    certificate = trustme.CA().issue_cert("elsewhere.example")
    certificate.cert_chain_pems[0].write_to_path(str(folder / "certificate.pem"))
    certificate.private_key_pem.write_to_path(str(folder / "key.pem"))
    port, tls_port = free_port(), free_port()
    elsewhere = Elsewhere(f"http://localhost:{port}", tls_port)
    application = Starlette(
        routes=[Route("/{path:path}", elsewhere.answer, methods=_METHODS)],
        middleware=[Middleware(GZipMiddleware, minimum_size=1)],
    )
    files = {"ssl_certfile": str(folder / "certificate.pem"), "ssl_keyfile": str(folder / "key.pem")}
    with serving(application, port), serving(application, tls_port, **files):
        yield elsewhere


def all_names_lead_to(elsewhere: Elsewhere) -> str:
    """The argument that lets a browser find the other site under every name: no test reaches the real world."""
    ours = "EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost"
    return f"--host-resolver-rules=MAP * 127.0.0.1:{elsewhere.tls_port}, {ours}"


@contextmanager
def chromium(playwright: Playwright, elsewhere: Elsewhere) -> Iterator[Browser]:
    """Chromium with a back button that works as people's does."""
    expect.set_options(timeout=10_000)
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium",
        args=[*ARGUMENTS, all_names_lead_to(elsewhere)],
        ignore_default_args=AS_PEOPLE_HAVE_IT,
    )
    yield browser
    browser.close()


@contextmanager
def profile_of(
    playwright: Playwright, folder: Path, elsewhere: Elsewhere, scripts: bool = True, restored: bool = False
) -> Iterator[Page]:
    """A browser that keeps what it keeps in a folder; closed properly at the end, so that all is written.

    Args:
        playwright: drives it.
        folder: its own; made when it is not there.
        elsewhere: the other sites that it finds.
        scripts: whether JavaScript is on.
        restored: whether it goes on where it was when it was last closed.
    """
    arguments = [*_PEOPLES_ARGUMENTS, all_names_lead_to(elsewhere), "--ignore-certificate-errors"]
    arguments += ["--restore-last-session"] if restored else ["about:blank"]
    context = playwright.chromium.launch_persistent_context(
        str(folder),
        executable_path="/usr/bin/chromium",
        ignore_default_args=True,
        args=[f"--user-data-dir={folder}", *arguments],
        java_script_enabled=scripts,
    )
    context.set_default_timeout(10_000)
    try:
        yield context.pages[0]
    finally:
        context.close()


@contextmanager
def visit(
    browser: Browser, address: str, language: str, library: Library, scripts: bool = True, **options: object
) -> Iterator[Visitor]:
    """A visitor in a fresh context, for whom other sites' certificates are good."""
    with page_of(browser, scripts, ignore_https_errors=True, **options) as page:
        yield Visitor(page, address, language, library)


def token_of(visitor: Visitor) -> str:
    """The session token in the page's form."""
    return visitor.page.locator("#leave [name=token]").input_value()


def storage_of(context: BrowserContext, page: Page) -> dict[str, int]:
    """How much a site has stored, by kind of storage."""
    counted: dict[str, int] = page.evaluate(
        """async () => ({
            local: localStorage.length, session: sessionStorage.length,
            databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
            workers: (await navigator.serviceWorker.getRegistrations()).length,
        })"""
    )
    return {**counted, "cookies": len(context.cookies())}


class Line:
    """A network line to a local port that can be cut, as when the server or the network goes away."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._connect_callers, daemon=True).start()

    def cut(self) -> None:
        for end in (self._listener, *self._ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _connect_callers(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._port))
                self._ends += [near, far]
                for source, target in ((near, far), (far, near)):
                    threading.Thread(target=_carry, args=(source, target), daemon=True).start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := source.recv(65_536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
