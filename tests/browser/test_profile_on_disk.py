"""What a browser writes to its profile on the disk: the address perhaps, never words or token."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from content.library import LiveLibrary
from tests.browser.conftest import ARGUMENTS, AS_PEOPLE_HAVE_IT, Gateway
from tests.browser.navigator import Visitor


def test_the_browser_writes_neither_words_nor_token_to_its_profile(
    tmp_path: Path, gateway: Gateway, library: LiveLibrary
) -> None:
    """With a plain hidden field Chromium writes both to its session files; with a password's field neither."""
    words = "qzvkxwjhq profile"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path="/usr/bin/chromium", args=ARGUMENTS,
            ignore_default_args=AS_PEOPLE_HAVE_IT, java_script_enabled=False,
        )  # fmt: skip
        visitor = Visitor(context.pages[0], gateway.url, "en", library.current)
        visitor.opens().asks(words)
        token = visitor.page.locator("#ask [name=token]").input_value()
        visitor.asks("and another")
        visitor.page.wait_for_timeout(3_000)  # session files are written some seconds after a change
        context.close()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "profile").rglob("*") if path.is_file())
    assert (
        gateway.url.removeprefix("http://").encode() in kept
    )  # the history is there, so the search can find something
    for secret in (words, words.replace(" ", "+"), words.replace(" ", "%20"), token):
        assert secret.encode() not in kept
        assert secret.encode("utf-16-le") not in kept
