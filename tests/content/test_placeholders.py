"""What stands between braces, and what becomes of it."""

import pytest

from content.library import Library, ServiceUnknown, TopicUnknown
from content.placeholders import Placeholder, PlaceholderUnknown, Resolved, fill, parse, resolve
from tests.content.small_folder import NEIGHBOUR, SmallFolder


@pytest.fixture
def library(folder: SmallFolder) -> Library:
    return Library.load(folder.path)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("phone:emergency", Placeholder("phone", "emergency")),
        ("phone:nollalinja.1", Placeholder("phone", "nollalinja", 1)),
        ("name:riku-trafficking", Placeholder("name", "riku-trafficking")),
        ("topic:residence/permit-for-victims", Placeholder("topic", "residence/permit-for-victims")),
    ],
)
def test_reads_what_stands_between_the_braces(inside: str, expected: Placeholder) -> None:
    assert parse(inside) == expected


@pytest.mark.parametrize(
    "inside", ["phone", "phone:", "fax:riku", "phone: riku", "Phone:riku", "organisation", "", "phone:a.b"]
)
def test_anything_else_is_refused_with_what_to_write(inside: str) -> None:
    with pytest.raises(PlaceholderUnknown, match=r"\{phone:id\}"):
        parse(inside)


@pytest.mark.parametrize(
    ("inside", "language", "expected"),
    [
        ("phone:emergency", "fi", Resolved("112", "tel:112")),
        ("phone:riku", "fi", Resolved("116 006", "tel:116006")),
        ("phone:riku.1", "en", Resolved("029 546 3177", "tel:+358295463177")),
        ("name:riku", "fi", Resolved("Rikosuhripäivystys")),
        ("name:riku", "en", Resolved("Victim Support")),
        ("name:riku", "ar", Resolved("Victim Support")),
        ("email:riku", "en", Resolved("help@riku.example", "mailto:help@riku.example")),
        ("web:riku", "fi", Resolved("riku.example", "https://www.riku.example/fi")),
        (f"topic:{NEIGHBOUR}", "en", Resolved("en threats")),
    ],
)
def test_stands_for_what_the_library_has(library: Library, inside: str, language: str, expected: Resolved) -> None:
    assert resolve(parse(inside), library, language) == expected


@pytest.mark.parametrize("inside", ["phone:emergency.1", "email:emergency", "web:emergency"])
def test_a_service_without_it_is_said_to_have_none(library: Library, inside: str) -> None:
    with pytest.raises(PlaceholderUnknown, match="'emergency' has"):
        resolve(parse(inside), library, "fi")


def test_unknown_services_and_topics_are_unknown(library: Library) -> None:
    with pytest.raises(ServiceUnknown):
        resolve(parse("phone:nobody"), library, "fi")
    with pytest.raises(TopicUnknown):
        resolve(parse("topic:safety/nothing"), library, "fi")


def test_fills_a_text_with_values_and_placeholders(library: Library) -> None:
    text = "{organisation}: {phone:riku} or {phone:emergency}."
    assert fill(text, library, "en", {"organisation": "Aid"}) == "Aid: 116 006 or 112."


def test_what_is_filled_in_is_not_read_again(library: Library) -> None:
    assert fill("{organisation}", library, "en", {"organisation": "{phone:riku}"}) == "{phone:riku}"
