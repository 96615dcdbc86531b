"""A token says nothing about where it leads, and has one spelling only."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.conversations.tokens import TokenMalformed, lookup_of, new_token, token_bytes


def test_a_token_holds_32_random_bytes_in_letters_for_a_form() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(token) == 43 and token.replace("-", "a").replace("_", "a").isalnum() for token in tokens)
    assert all(len(token_bytes(token)) == 32 for token in tokens)


@given(st.binary(min_size=32, max_size=32))
def test_every_32_bytes_are_a_token(secret: bytes) -> None:
    assert token_bytes(base64.urlsafe_b64encode(secret).rstrip(b"=").decode()) == secret


@given(st.text(max_size=60) | st.text(alphabet="abcABC019-_=+/", min_size=40, max_size=46))
def test_what_is_no_token_is_refused(text: str) -> None:
    try:
        secret = token_bytes(text)
    except TokenMalformed:
        return
    assert base64.urlsafe_b64encode(secret).rstrip(b"=").decode() == text


def test_the_spare_bits_of_the_last_letter_make_no_second_spelling() -> None:
    token = base64.urlsafe_b64encode(bytes(32)).rstrip(b"=").decode()
    assert token.endswith("A")
    with pytest.raises(TokenMalformed):
        token_bytes(token[:-1] + "B")


@pytest.mark.parametrize(
    "wrong", ["", "A" * 42, "A" * 44, "Ä" + "A" * 42, "A" * 43 + "=", " " + "A" * 42, "A" * 43 + "\n"]
)
def test_near_misses_are_refused(wrong: str) -> None:
    with pytest.raises(TokenMalformed):
        token_bytes(wrong)


def test_the_refusal_does_not_repeat_the_token() -> None:
    with pytest.raises(TokenMalformed) as refused:
        token_bytes("planted-word")
    assert "planted" not in repr(refused.value) and refused.value.__cause__ is None


def test_the_lookup_is_no_plain_hash_of_the_token() -> None:
    import hashlib

    secret = bytes(range(32))
    assert lookup_of(secret) == lookup_of(secret)
    assert lookup_of(secret) != lookup_of(bytes(32))
    assert lookup_of(secret) != hashlib.sha256(secret).hexdigest()
    assert len(lookup_of(secret)) == 64
