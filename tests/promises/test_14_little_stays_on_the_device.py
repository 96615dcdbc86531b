"""P3: after a visit the browser's folder holds no word that was written or read, and no token; Back shows nothing.

The browser runs with the flags of a person's, and keeps its folder as theirs does: history, cache, cookies, storage,
session files, icons. A visit to an ordinary site shows that what is left is found. The host's name does stay, in the
history above all, as the first screen says: in how many places is recorded.

Gap: whether a browser with windows offers to save the token as a password must be looked at by a person.
"""

import re
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from bench.running import RunningLyhty
from content.library import Library
from tests.browser.navigator import Visitor
from tests.promises.browsing import PASSPORT, Elsewhere, profile_of, storage_of, token_of
from tests.promises.places import found_in, planted_word

HOST = "lyhty-visit.localhost"
# Where the host's name must not be: what is left in these stays when only the history is cleared.
_NOT_THERE = ("Default/Cache/", "Default/Cookies", "Default/Network", "Default/Local", "Default/Session Storage")
_GZIP = b"\x1f\x8b\x08"
_UNTIL_SESSION_FILES_ARE_WRITTEN = 4_000  # milliseconds; Chromium waits 2.5 seconds

Ending = Callable[[Visitor], None]
ENDINGS: dict[str, Ending] = {
    "leaves": lambda visitor: visitor.leaves(),
    "deletes": lambda visitor: visitor.deletes(),
    "closes the window": lambda visitor: None,
}


@dataclass
class Kept:
    """What a visit left behind.

    Attributes:
        words: what must not be found: written, typed but not sent, the token, and what was read.
        during: a copy of the browser's folder while the chat was open, as after a crash.
        after: the folder, after the browser was closed.
    """

    words: list[str]
    during: Path
    after: Path


def _readable(data: bytes) -> bytes:
    """A file's bytes, and whatever in it is compressed as pages are."""
    found = data
    for start in re.finditer(re.escape(_GZIP), data):
        unpacker = zlib.decompressobj(31)
        try:
            found += unpacker.decompress(data[start.start() :])
        except zlib.error:
            continue
    return found


def _places(folder: Path, word: str) -> set[str]:
    """The files in which a word lies, in any form."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return {str(path.relative_to(folder)) for path in files if found_in(_readable(path.read_bytes()), word)}


def _visit(visitor: Visitor, ending: Ending, folder: Path) -> Kept:
    words = [planted_word() for _ in range(3)]
    visitor.opens().asks(f"pomo otti passin {words[0]}")
    visitor.asks(f"boss took my passport {words[1]}")
    read = visitor.newest_answer.locator("h2").inner_text()
    visitor.types(f"not sent {words[2]}")
    visitor.page.wait_for_timeout(_UNTIL_SESSION_FILES_ARE_WRITTEN)
    during = folder.with_name("during")
    shutil.copytree(folder, during, symlinks=True, ignore_dangling_symlinks=True, copy_function=_copy_if_there)
    kept = Kept([*words, token_of(visitor), read.splitlines()[-1]], during, folder)
    ending(visitor)
    visitor.page.wait_for_timeout(500)
    return kept


def _copy_if_there(source: str, target: str) -> str:
    """Copy a file, unless the browser has taken it away meanwhile."""
    try:
        return str(shutil.copy2(source, target))
    except FileNotFoundError:
        return target


@pytest.fixture
def address(lyhty: RunningLyhty) -> str:
    """Lyhty under a name of its own, which can be searched for."""
    return lyhty.visitor.replace("127.0.0.1", HOST)


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_no_word_and_no_token_is_left(
    playwright: Playwright, elsewhere: Elsewhere, library: Library, address: str, tmp_path: Path, scripts: bool,
    ending: Ending,
) -> None:  # fmt: skip
    folder = tmp_path / "profile"
    with profile_of(playwright, folder, elsewhere, scripts) as page:
        kept = _visit(Visitor(page, address, "en", library), ending, folder)
    assert _places(kept.after, HOST), "the browser kept nothing at all, so this shows nothing"
    for word in kept.words:
        assert _places(kept.during, word) == set(), word
        assert _places(kept.after, word) == set(), word


def test_what_an_ordinary_site_leaves_is_found(playwright: Playwright, elsewhere: Elsewhere, tmp_path: Path) -> None:
    """The search sees what lies in the history, compressed in the cache, and in the session files."""
    body, query, hidden = (planted_word() for _ in range(3))
    elsewhere.pages["/ordinary"] = (
        f'<title>Ordinary</title><p>{body}<form method="post"><input type="hidden" name="h" value="{hidden}">'
        "<input name=t><button>Send</button></form>"
    )
    folder = tmp_path / "profile"
    with profile_of(playwright, folder, elsewhere) as page:
        page.goto(f"{elsewhere.url}/ordinary?{query}")
        page.get_by_role("button").click()
        page.wait_for_timeout(_UNTIL_SESSION_FILES_ARE_WRITTEN)
    assert "Default/History" in _places(folder, query)
    assert any("Cache" in place for place in _places(folder, body))
    assert any("Sessions" in place for place in _places(folder, hidden))


def test_the_host_name_stays_in_known_places_only(
    playwright: Playwright, elsewhere: Elsewhere, library: Library, address: str, tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    folder = tmp_path / "profile"
    with profile_of(playwright, folder, elsewhere) as page:
        _visit(Visitor(page, address, "en", library), ENDINGS["leaves"], folder)
    places = _places(folder, HOST)
    record_property("host_name_places", len(places))
    record_property("host_name_is_in", ", ".join(sorted(places)))
    assert not any(place.startswith(_NOT_THERE) for place in places), places


def test_no_cookie_and_no_storage_is_used(
    playwright: Playwright, elsewhere: Elsewhere, library: Library, address: str, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    with profile_of(playwright, folder, elsewhere) as page:
        visitor = Visitor(page, address, "en", library)
        visitor.opens().asks("pomo otti passin")
        visitor.asks("boss took my passport")
        assert set(storage_of(page.context, page).values()) == {0}
        visitor.deletes()
        assert set(storage_of(page.context, page).values()) == {0}
    for database, table in (("Cookies", "cookies"), ("Login Data", "logins"), ("Web Data", "autofill")):
        assert _rows(folder / "Default" / database, table) == 0, database


def _rows(database: Path, table: str) -> int:
    if not database.exists():
        return 0
    with sqlite3.connect(database) as opened:
        return int(opened.execute(f"select count(*) from {table}").fetchone()[0])


@pytest.mark.parametrize("ending", ["leaves", "deletes"])
def test_back_does_not_show_the_chat(
    playwright: Playwright, elsewhere: Elsewhere, library: Library, address: str, tmp_path: Path, scripts: bool,
    ending: str,
) -> None:  # fmt: skip
    word = planted_word()
    with profile_of(playwright, tmp_path / "profile", elsewhere, scripts) as page:
        visitor = Visitor(page, address, "en", library)
        visitor.opens().asks(f"boss took my passport {word}")
        ENDINGS[ending](visitor)
        page.wait_for_timeout(500)
        for _ in range(3):
            visitor.goes_back()
            visitor.sees_not(word)
            visitor.sees_not(visitor.topic(PASSPORT))
            expect(page.locator(".mine")).to_have_count(0)


def test_a_reopened_browser_does_not_bring_the_chat_back(
    playwright: Playwright, elsewhere: Elsewhere, library: Library, address: str, tmp_path: Path
) -> None:
    """The window was closed without leaving, and the browser is told to go on where it was."""
    word, folder = planted_word(), tmp_path / "profile"
    with profile_of(playwright, folder, elsewhere) as page:
        visitor = Visitor(page, address, "en", library).opens()
        visitor.asks(f"boss took my passport {word}")
        page.wait_for_timeout(_UNTIL_SESSION_FILES_ARE_WRITTEN)
    with profile_of(playwright, folder, elsewhere, restored=True) as page:
        history = page.context.new_cdp_session(page).send("Page.getNavigationHistory")
        assert any(HOST in entry["url"] for entry in history["entries"]), "the browser did not go on where it was"
        expect(page.locator("html")).not_to_contain_text(word)
        Visitor(page, address, "en", library).reloads()
        expect(page.locator("html")).not_to_contain_text(word)
