"""What a visitor does and sees, in words, so that a test reads as a visit."""

import contextlib
import re

from playwright.sync_api import Error, Locator, Page, expect

from content.library import Library


class Visitor:
    """A person at a browser. Works the same with scripts and without."""

    def __init__(self, page: Page, address: str, language: str, library: Library) -> None:
        self.page = page
        self.address = address
        self.language = language
        self._library = library

    def text(self, key: str, **values: str | int) -> str:
        """A string of the interface in the visitor's language."""
        return self._library.text(self.language, key, **values)

    def card(self, name: str) -> str:
        """The title of a card."""
        return self._library.card(name, self.language).title

    def topic(self, topic_id: str) -> str:
        """The title of a topic."""
        return self._library.topic(topic_id, self.language).title

    def opens(self) -> "Visitor":
        self.page.goto(f"{self.address}/{self.language}/")
        return self

    def types(self, words: str) -> None:
        self.page.locator("#write").fill(words)

    def presses(self, button: str) -> None:
        self.page.get_by_role("button", name=button, exact=True).first.click()

    def asks(self, words: str) -> None:
        """Writes, sends, and waits until the answer is there."""
        before = self.page.locator(".mine").count()
        self.types(words)
        self.presses(self.text("write.send"))
        expect(self.page.locator(".mine", has_text=words).last).to_be_attached()
        expect(self.page.locator(".mine")).to_have_count(before + 1)

    def chooses(self, button: str) -> None:
        before = self.page.locator(".mine").count()
        self.presses(button)
        expect(self.page.locator(".mine")).to_have_count(before + 1)

    @property
    def newest_answer(self) -> Locator:
        return self.page.locator(".reply").last

    @property
    def said(self) -> list[str]:
        """All that the visitor has said, in order, as the page shows it."""
        texts = self.page.locator(".mine").all_text_contents()
        return [text.removeprefix(self.text("conversation.you")).strip() for text in texts]

    @property
    def box(self) -> Locator:
        return self.page.locator("#write")

    def sees(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(words)

    def sees_not(self, words: str) -> None:
        self.page.wait_for_load_state()
        expect(self.page.locator("html")).not_to_contain_text(words)
        for box in self.page.locator("textarea").all():
            expect(box).not_to_have_value(re.compile(re.escape(words)))

    def leaves(self) -> None:
        self.page.locator(".bar .leave").click()

    def presses_shift_three_times(self) -> None:
        for _ in range(3):
            self.page.keyboard.press("Shift")

    def deletes(self) -> None:
        self.presses(self.text("delete.button"))
        expect(self.page.locator("h2")).to_contain_text(self.card("deleted"))

    def reads_in(self, language: str) -> None:
        self.page.locator(f".langs [lang={language}]").click()
        self.language = language
        expect(self.page.locator("html")).to_have_attribute("lang", language)

    def is_at(self, address: str) -> None:
        expect(self.page).to_have_url(re.compile(re.escape(address)))

    def goes_back(self) -> None:
        """Back, as far as the browser lets: a posted page it may refuse to show again, and that is well."""
        with contextlib.suppress(Error):
            self.page.go_back(timeout=5_000)
        self.page.wait_for_timeout(300)  # an error page takes its place after the refusal was reported

    def reloads(self) -> None:
        """Reloads, and says yes when the browser asks whether to send the form again."""
        self.page.once("dialog", lambda dialog: dialog.accept())
        self.page.reload()
