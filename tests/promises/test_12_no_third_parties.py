"""P1: nobody but Lyhty hears of a visit: the browser asks no other host, and no server looks up or calls anybody.

The servers are watched twice: the kernel's list of their sockets during a visit, and every call that they make to the
network from the moment they are born (strace), so that a look-up at the start is seen too.

Not in Lyhty's power, and so not tested: Chromium with autofill on asks Google about a hash of every form with a text
field, on whatever site.
"""

import ipaddress
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from bench.running import RunningLyhty, eventually
from content.library import Library
from tests.browser.navigator import Visitor
from tests.promises.browsing import PASSPORT_QUESTION, visit
from tests.promises.visitor import Visitor as Client

Peer = tuple[str, int]
PARTS = ("valkey", "actions", "rasa", "visitor", "staff")
_LISTENING = "0A"
# Two voices, of which one would send the words away, and a note of what is said with which.
VOICES = """
const voices = [{localService: %s, lang: 'fi-FI'}, {localService: %s, lang: 'en-GB'}];
const said = [];
Object.defineProperty(window, 'said', {value: said});
Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => voices, speak: words => said.push(words.voice.localService), cancel() {}, speaking: false}});
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def _visits(visitor: Visitor) -> None:
    """A full visit: asks, listens, chooses, reads in the other language, deletes, begins again and leaves."""
    visitor.opens().asks(PASSPORT_QUESTION[visitor.language])
    visitor.presses(visitor.text("listen.start"))
    visitor.newest_answer.locator(".choices button").first.click()
    expect(visitor.page.locator(".mine")).to_have_count(2)
    visitor.reads_in("en" if visitor.language == "fi" else "fi")
    visitor.deletes()
    visitor.page.get_by_role("link", name=visitor.text("start_again")).click()
    visitor.asks(PASSPORT_QUESTION[visitor.language])


def _asked_by(page: Page) -> list[Request]:
    """All that a page's browser asks for from now on."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.context.on("request", note)
    return asked


def test_a_whole_visit_asks_no_other_host(
    browser: Browser, lyhty: RunningLyhty, library: Library, language: str
) -> None:
    with visit(browser, lyhty.visitor, language, library) as visitor:
        visitor.page.add_init_script(VOICES % ("true", "true"))
        asked = _asked_by(visitor.page)
        _visits(visitor)
        assert {request.resource_type for request in asked} >= {"document", "stylesheet", "script", "image", "fetch"}
        assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(lyhty.visitor).netloc}


def test_leaving_asks_the_chosen_place_and_no_other(browser: Browser, lyhty: RunningLyhty, library: Library) -> None:
    with visit(browser, lyhty.visitor, "en", library) as visitor:
        visitor.opens().asks(PASSPORT_QUESTION["en"])
        target = str(visitor.page.locator("#leave").get_attribute("data-away"))
        asked = _asked_by(visitor.page)
        visitor.leaves()
        visitor.is_at(target)
    hosts = {urlsplit(request.url).netloc for request in asked}
    assert hosts == {urlsplit(lyhty.visitor).netloc, urlsplit(target).netloc}


def test_nothing_on_a_page_is_fetched_ahead_from_elsewhere(
    browser: Browser, lyhty: RunningLyhty, library: Library, language: str
) -> None:
    """Looking up a host ahead is no request, so it is looked for in the page."""
    with visit(browser, lyhty.visitor, language, library) as visitor:
        visitor.opens().asks(PASSPORT_QUESTION[language])
        assert _loaded_from(visitor.page) == {lyhty.visitor}


def _loaded_from(page: Page) -> set[str]:
    addresses: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('link, [src], [srcset], [poster], object')]"
        ".map(each => new URL(each.href || each.src || each.srcset || each.data, location).origin)"
    )
    return set(addresses)


@pytest.mark.parametrize("local", [True, False], ids=["local voices", "voices that send words away"])
def test_only_voices_of_the_device_read_aloud(
    browser: Browser, lyhty: RunningLyhty, library: Library, local: bool
) -> None:
    with visit(browser, lyhty.visitor, "en", library) as visitor:
        visitor.page.add_init_script(VOICES % (("true", "true") if local else ("false", "false")))
        visitor.opens().asks(PASSPORT_QUESTION["en"])
        buttons = visitor.page.get_by_role("button", name=visitor.text("listen.start"))
        expect(buttons).to_have_count(1 if local else 0)
        if local:
            buttons.click()
            assert set(visitor.page.evaluate("window.said")) == {True}


def _address(written: str) -> Peer:
    """An address of /proc/net: hexadecimal 32-bit words in the machine's order, and a port."""
    digits, port = written.split(":")
    words = [bytes.fromhex(digits[start : start + 8])[::-1] for start in range(0, len(digits), 8)]
    address = ipaddress.ip_address(b"".join(words))
    plain = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(plain or address), int(port, 16)


def _sockets(pid: int) -> tuple[set[Peer], set[Peer]]:
    """Where a process listens, and to whom it is connected, by the kernel's lists."""
    links = [link for fd in Path(f"/proc/{pid}/fd").iterdir() if (link := _target(fd)).startswith("socket:[")]
    inodes = {link[len("socket:[") : -1] for link in links}
    listening, connected = set(), set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for row in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            _, here, there, state, *_, inode = row.split()[:10]
            if inode in inodes and state == _LISTENING:
                listening.add(_address(here))
            elif inode in inodes:
                connected.add(_address(there))
    return listening, connected


def _target(link: Path) -> str:
    try:
        return str(link.readlink())
    except OSError:
        return ""


def _is_outside(peer: Peer) -> bool:
    address = ipaddress.ip_address(peer[0])
    return not address.is_loopback and not address.is_unspecified


def test_no_server_has_a_socket_to_or_for_the_outside(lyhty: RunningLyhty) -> None:
    visitor = Client(lyhty.visitor, "en").begins()
    seen: dict[str, tuple[set[Peer], set[Peer]]] = {}
    for _ in range(5):
        visitor.asks(PASSPORT_QUESTION["en"])
        for part, pid in lyhty.pids().items():
            listening, connected = _sockets(pid)
            before = seen.get(part, (set(), set()))
            seen[part] = (before[0] | listening, before[1] | connected)
    visitor.deletes()
    assert set(seen) == set(PARTS)
    assert all(address != "0.0.0.0" and not _is_outside((address, 0)) for ins, _ in seen.values() for address, _ in ins)
    assert not {part: outs for part, (_, outs) in seen.items() if any(map(_is_outside, outs))}
    assert seen["visitor"][1], "the visitor's application is connected to its caller and to Rasa"


@contextmanager
def _traced(pid: int, record: Path) -> Iterator[None]:
    """Write down every address that a process, and all that it starts meanwhile, calls or sends to."""
    calls = "trace=connect,sendto,sendmsg,sendmmsg"
    command = ["strace", "-f", "-qq", "-s", "0", "-e", calls, "-o", str(record), "-p", str(pid)]
    tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        assert eventually(lambda: _tracer_of(pid) == tracer.pid, seconds=20)
        yield
    finally:
        tracer.terminate()
        tracer.wait(30)


def _tracer_of(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"TracerPid:\s*(\d+)", status)[0])


def _called(record: Path) -> set[str]:
    """The addresses in a record of strace; those of Unix sockets have none."""
    forms = r'sin_addr=inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"'
    return {first or second for first, second in re.findall(forms, record.read_text(errors="replace"))}


def test_no_server_calls_or_looks_up_anybody_from_its_birth_on(lyhty: RunningLyhty, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: what the servers call at their start cannot be seen")
    record = tmp_path / "calls"
    with _traced(lyhty.process.pid, record):
        for part in PARTS:
            lyhty.wait_until_back(part, lyhty.kill(part), seconds=180)
        lyhty.wait_until_ready(180)
        visitor = Client(lyhty.visitor, "en").begins()
        visitor.asks(PASSPORT_QUESTION["en"])
        visitor.deletes()
    called = _called(record)
    assert called, "the visitor's application calls Rasa, so something must have been seen"
    assert {address for address in called if not ipaddress.ip_address(address).is_loopback} == set()
