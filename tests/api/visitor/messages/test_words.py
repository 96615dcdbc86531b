"""What is typed becomes readable words, or is refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.visitor.messages.errors import TextEmpty, TextTooLong
from api.visitor.messages.words import MAX_CHARACTERS, check, readable


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  mun passi on viety \n", "mun passi on viety"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\x00b\x1b[31mc\x7f\x85", "ab[31mc"),
        ("\ufeffa\u202eb\u2066c\u2069", "abc"),
        ("a\ud800b", "ab"),
        ("äöå ÄÖÅ", "äöå ÄÖÅ"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\U0001fae9", "\U0001fae9"),
    ],
)
def test_only_writing_stays(typed: str, words: str) -> None:
    assert readable(typed) == words


@given(st.text(st.characters(), max_size=200))
def test_the_result_can_always_be_sent_and_does_not_change_again(typed: str) -> None:
    words = readable(typed)
    words.encode()
    assert readable(words) == words


@pytest.mark.parametrize("typed", ["", " ", "\n\t ", "\x00\x01", "\u202e", "\u3000"])
def test_nothing_readable_is_refused(typed: str) -> None:
    with pytest.raises(TextEmpty):
        check(readable(typed))


def test_the_longest_message_passes_and_one_character_more_does_not() -> None:
    check("😀" * MAX_CHARACTERS)
    with pytest.raises(TextTooLong) as refused:
        check("a" * (MAX_CHARACTERS + 1))
    assert refused.value.values == {"most": 2000}
