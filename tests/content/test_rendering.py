"""Answers as HTML and as plain text: nothing gets in but what curated Markdown may hold."""

from html.parser import HTMLParser

import pytest

from content.library import Library
from content.rendering import to_html, to_inline_html, to_text
from content.schema import CARDS
from tests.content.small_folder import NEIGHBOUR, SmallFolder

ALLOWED_TAGS = {"p", "h3", "h4", "ul", "ol", "li", "strong", "em", "a", "span", "br"}


@pytest.fixture
def library(folder: SmallFolder) -> Library:
    return Library.load(folder.path)


class Seen(HTMLParser):
    """Tags, attributes and text of a piece of HTML, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[dict[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_headings_begin_at_the_third_level(library: Library) -> None:
    html = to_html("# One\n\n## Two\n\n### Three\n", library, "en")
    assert html == "<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>\n"


def test_lists_paragraphs_and_emphasis(library: Library) -> None:
    html = to_html("Short *answer*.\n\n- **one**\n- two\n\n1. first\n", library, "en")
    assert Seen(html).tags == ["p", "em", "ul", "li", "strong", "li", "ol", "li"]


def test_a_number_can_be_called(library: Library) -> None:
    html = to_html("Call {phone:riku.1}.", library, "en")
    assert html == '<p>Call <a href="tel:+358295463177" class="call">029 546 3177</a>.</p>\n'


def test_a_web_address_tells_the_other_site_nothing(library: Library) -> None:
    link = Seen(to_html("See {web:riku}.", library, "fi"))
    assert link.attributes[1] == {"href": "https://www.riku.example/fi", "class": "web", "rel": "noreferrer noopener"}
    assert link.text.strip() == "See riku.example."


def test_an_email_address_and_a_name(library: Library) -> None:
    html = to_html("{name:riku}: {email:riku}", library, "en")
    assert 'href="mailto:help@riku.example"' in html
    assert "Victim Support: " in html


def test_a_topic_is_named_by_its_title_and_marked_for_the_page(library: Library) -> None:
    html = to_html(f"Read {{topic:{NEIGHBOUR}}}.", library, "en")
    assert html == '<p>Read <span class="topic" data-topic="safety/threats">en threats</span>.</p>\n'


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "Text <img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](https://evil.example)",
        "![picture](https://evil.example/x.png)",
        "<https://evil.example>",
        "https://evil.example",
        "```\ncode\n```",
        "    indented code",
        "[a]: https://evil.example\n\n[a]",
        "> quoted",
        "a | b\n--|--\n1 | 2",
        "&lt;script&gt; &#60;b&#62;",
    ],
)
def test_nothing_else_than_text_comes_out_of_other_markup(library: Library, hostile: str) -> None:
    seen = Seen(to_html(hostile, library, "en"))
    assert set(seen.tags) <= {"p"}
    assert all(not attributes for attributes in seen.attributes)


def test_markdown_between_braces_is_not_read_as_markdown(library: Library) -> None:
    assert "<em>" not in to_inline_html("{a} *{b}", library, "en", {"a": "*x*", "b": "y*"})


def test_values_in_strings_of_the_page_are_escaped(library: Library) -> None:
    html = to_inline_html("Run by {organisation}.", library, "en", {"organisation": '<b onclick="x">A & B</b>'})
    assert html == "Run by &lt;b onclick=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;."


def test_a_string_of_the_page_has_no_paragraph_around_it(library: Library) -> None:
    html = to_inline_html("In danger: {phone:emergency}", library, "en")
    assert html == 'In danger: <a href="tel:112" class="call">112</a>'


def test_plain_text_keeps_blocks_and_lists_apart(library: Library) -> None:
    markdown = "Short\nanswer.\n\n## Now\n- Call {phone:riku}.\n- **Ask** {name:riku}.\n\nMore.\n\n1. one\n2. two\n"
    assert to_text(markdown, library, "en") == (
        "Short answer.\n\nNow\n\n- Call 116 006.\n- Ask Victim Support.\n\nMore.\n\n1. one\n2. two"
    )


def test_plain_text_of_a_list_in_a_list_is_indented(library: Library) -> None:
    assert to_text("- a\n  - b\n- c\n", library, "en") == "- a\n  - b\n- c"


def test_plain_text_of_nothing_is_nothing(library: Library) -> None:
    assert to_text("", library, "en") == ""


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_answer_and_card_of_the_product_is_rendered_without_a_trace_of_its_markup(
    real: Library, language: str
) -> None:
    texts = [real.topic(topic_id, language).body for topic_id in real.topic_ids]
    for text in [*texts, *(real.card(name, language).text for name in CARDS)]:
        seen, plain = Seen(to_html(text, real, language)), to_text(text, real, language)
        assert set(seen.tags) <= ALLOWED_TAGS
        for mark in ("**", "##", "{", "}"):
            assert mark not in seen.text
            assert mark not in plain


@pytest.mark.parametrize("language", ["fi", "en"])
def test_html_and_plain_text_say_the_same_words(real: Library, language: str) -> None:
    for topic_id in real.topic_ids:
        body = real.topic(topic_id, language).body
        words = [word for word in to_text(body, real, language).split() if word != "-" and not word[:-1].isdigit()]
        shown = Seen(to_html(body, real, language)).text.split()
        assert [word for word in shown if not word[:-1].isdigit()] == words
