"""All that a visitor may read is found, with the line on which it stands."""

import pytest

from content.passages import Passage, of_markdown, passages
from content.reading import read
from tests.content.small_folder import NEIGHBOUR, TOPIC, SmallFolder

FILE = f"en/{TOPIC}.md"


def found_in(folder: SmallFolder, file: str) -> list[Passage]:
    return [passage for passage in passages(read(folder.path)) if passage.file == file]


def test_a_topic_is_its_title_and_the_blocks_of_its_body(folder: SmallFolder) -> None:
    found = found_in(folder, FILE)
    assert [passage.text for passage in found] == [
        "en reflection-period",
        "You can ask for advice without a name.",
        "What you can do now",
        "Call {phone:riku}.",
        "More",
        "In danger call {phone:emergency}.",
    ]
    assert [passage.is_heading for passage in found] == [True, False, True, False, True, False]


def test_each_block_of_a_topic_has_its_line(folder: SmallFolder) -> None:
    for passage in found_in(folder, FILE):
        assert passage.line == folder.line_of(FILE, passage.text)


def test_what_visitors_write_is_no_passage(folder: SmallFolder) -> None:
    assert not [passage for passage in passages(read(folder.path)) if " way " in passage.text]


def test_a_card_is_its_title_and_its_text(folder: SmallFolder) -> None:
    thanks = [passage for passage in found_in(folder, "fi/cards.yml") if passage.whole == "fi/cards.yml thanks"]
    assert [passage.text for passage in thanks] == ["Card thanks", "Say it in other words."]
    title = folder.line_of("fi/cards.yml", "Card thanks")
    assert [passage.line for passage in thanks] == [title, title + 2]
    assert not any(passage.values for passage in thanks)


def test_the_strings_of_the_page_may_hold_values(folder: SmallFolder) -> None:
    found = found_in(folder, "en/interface.yml")
    assert {passage.text for passage in found} >= {"English", "Run by: {organisation}.", "I am afraid to leave"}
    assert all(passage.values for passage in found)
    for passage in found:
        assert passage.line == folder.line_of("en/interface.yml", passage.text)


def test_a_service_s_words_are_passages_of_their_language_and_its_addresses_are_not(folder: SmallFolder) -> None:
    found = {(passage.language, passage.text) for passage in found_in(folder, "services.yml")}
    assert {("fi", "Neuvoja ja tukea."), ("en", "Mon–Fri 9–20"), ("fi", "Rikosuhripäivystys")} <= found
    assert not [text for _, text in found if "https" in text]


def test_every_file_that_a_visitor_may_read_is_among_them(folder: SmallFolder) -> None:
    expected = {"services.yml"}
    for language in ("fi", "en"):
        expected |= {f"{language}/{name}" for name in ("interface.yml", "cards.yml", f"{TOPIC}.md", f"{NEIGHBOUR}.md")}
    assert {passage.file for passage in passages(read(folder.path))} == expected


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("One.\n\nTwo.\n", [10, 12]),
        ("One\nstill one.\n\n- a\n- b\n", [10, 13, 14]),
        ("1. a\n2. b\n   goes on\n3. c", [10, 11, 13]),
        ("", []),
    ],
)
def test_blocks_have_the_line_on_which_they_begin(markdown: str, lines: list[int]) -> None:
    assert [passage.line for passage in of_markdown("f", 10, "en", markdown, "f")] == lines
