"""A message as it is read, and the way back to what was typed."""

from api.visitor.privacy.reading import BARRIER, PLACEHOLDERS, Found, Reading


def test_plain_text_stays_as_it_is() -> None:
    reading = Reading.of("abc 123")
    assert reading.text == "abc 123"
    assert reading.in_message(Found("name", 4, 7)) == Found("name", 4, 7)


def test_full_width_letters_are_made_plain() -> None:
    assert Reading.of("０４０").text == "040"


def test_invisible_characters_are_dropped_and_the_places_kept() -> None:
    reading = Reading.of("a\u200bb\u00adc")
    assert reading.text == "abc"
    assert reading.in_message(Found("name", 1, 3)) == Found("name", 2, 5)


def test_one_character_that_becomes_two_is_one_place() -> None:
    reading = Reading.of("xĳz")
    assert reading.text == "xijz"
    assert reading.in_message(Found("name", 1, 2)) == Found("name", 1, 2)


def test_a_ligature_of_many_letters_stays() -> None:
    assert Reading.of("\ufdfa").text == "\ufdfa"


def test_what_was_masked_is_a_barrier() -> None:
    for placeholder in PLACEHOLDERS.values():
        reading = Reading.of(f"a {placeholder} b")
        assert reading.text == f"a {BARRIER} b"
        assert reading.in_message(Found("name", 4, 5)) == Found("name", len(placeholder) + 3, len(placeholder) + 4)


def test_taking_things_out_keeps_the_places_behind_them() -> None:
    reading = Reading.of("aa 111 bb 222 cc").without([Found("phone", 3, 6), Found("phone", 10, 13)])
    assert reading.text == f"aa {BARRIER} bb {BARRIER} cc"
    assert reading.in_message(Found("name", 10, 12)) == Found("name", 14, 16)
    assert reading.in_message(Found("phone", 3, 4)) == Found("phone", 3, 6)
