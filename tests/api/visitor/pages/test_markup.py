"""Answers are folded at their headings, and numbers ask before they call."""

from html.parser import HTMLParser

from markupsafe import Markup

from api.visitor.pages.markup import folded, pressable

ANSWER = Markup(
    "<p>Short.</p>\n<h3>What you can do now</h3>\n<ul><li>One</li></ul>\n"
    "<h3>More</h3>\n<p>Law.</p>\n<h3>Even more</h3>\n<p>End.</p>\n"
)


def made(html: str) -> str:
    return str(pressable(html, "Call now?", "Call {number}"))


def test_short_answer_comes_first_and_steps_stay_open() -> None:
    parts = folded(ANSWER)
    assert parts.short.strip() == "<p>Short.</p>"
    assert parts.steps is not None
    assert (parts.steps.heading, parts.steps.body.strip()) == ("What you can do now", "<ul><li>One</li></ul>")


def test_the_rest_is_folded_in_its_order() -> None:
    assert [(part.heading, part.body.strip()) for part in folded(ANSWER).more] == [
        ("More", "<p>Law.</p>"),
        ("Even more", "<p>End.</p>"),
    ]


def test_a_text_without_headings_is_all_short_answer() -> None:
    parts = folded(Markup("<p>Hello.</p>"))
    assert (parts.short, parts.steps, parts.more) == ("<p>Hello.</p>", None, ())


def test_a_number_asks_before_it_calls() -> None:
    html = made('<ul><li>Call <a href="tel:116006" class="call">116 006</a>.</li></ul>')
    before, inside = html.split("</summary>")
    assert "tel:" not in before
    assert "116 006" in before
    assert 'Call now? <a class="button" href="tel:116006">Call <bdi dir="ltr">116 006</bdi></a>' in inside


def test_a_paragraph_with_a_number_becomes_a_block_that_may_hold_it() -> None:
    html = made('<p>Call <a href="tel:112" class="call">112</a>.</p><p>Stay calm.</p>')
    assert html.startswith('<div class="p">Call <details')
    assert html.endswith("</div><p>Stay calm.</p>")


def test_a_mentioned_topic_can_be_chosen() -> None:
    html = made('<p>See <span class="topic" data-topic="safety/threats">Threats</span>.</p>')
    assert '<button class="link" form="ask" name="topic" value="safety/threats">Threats</button>' in html


def test_links_to_other_sites_tell_them_nothing() -> None:
    html = made('<p><a href="https://www.riku.fi/en" class="web" rel="noreferrer noopener">riku.fi</a></p>')
    assert html == '<p><a href="https://www.riku.fi/en" rel="noreferrer">riku.fi</a></p>'


def test_words_around_a_number_are_escaped() -> None:
    html = str(pressable('<p><a href="tel:1" class="call">1</a></p>', "<b>?", "<i>{number}"))
    assert "<b>" not in html
    assert "<i>" not in html


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.inside_paragraph: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if "p" in self.open:
            self.inside_paragraph.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_result_nests_properly() -> None:
    tags = _Tags()
    tags.feed(made('<p>A <a href="tel:1" class="call">1</a></p><p>B <a href="tel:2" class="call">2</a> C</p>'))
    assert tags.open == []
    assert tags.inside_paragraph == []
