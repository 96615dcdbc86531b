"""What is sealed opens with its key and for its purpose only, and shows nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.conversations.sealing import Purpose, SealBroken, hkdf, new_key, seal, trace, unseal, wrapping_key
from api.conversations.tokens import lookup_of

# RFC 5869, appendix A, test cases 1, 2 and 3 (SHA-256).
RFC_5869 = [
    (
        "0b" * 22, "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9", 42,
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x00, 0x50)).hex(), bytes(range(0x60, 0xB0)).hex(), bytes(range(0xB0, 0x100)).hex(), 82,
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
        "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    ),
    (
        "0b" * 22, "", "", 42,
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("secret", "salt", "info", "length", "expected"), RFC_5869)
def test_hkdf_gives_the_standards_own_results(secret: str, salt: str, info: str, length: int, expected: str) -> None:
    found = hkdf(bytes.fromhex(secret), salt=bytes.fromhex(salt), info=bytes.fromhex(info), length=length)
    assert found.hex() == expected


@given(st.binary(max_size=3000))
def test_what_is_sealed_opens_again(content: bytes) -> None:
    key = new_key()
    assert unseal(key, Purpose.TURN, seal(key, Purpose.TURN, content)) == content


def test_the_same_content_never_looks_the_same() -> None:
    key = new_key()
    assert seal(key, Purpose.TURN, b"words") != seal(key, Purpose.TURN, b"words")


def test_nothing_of_the_content_shows() -> None:
    assert b"planted-word" not in seal(new_key(), Purpose.TURN, b"planted-word")


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(SealBroken):
        unseal(new_key(), Purpose.TURN, seal(new_key(), Purpose.TURN, b"words"))


def test_it_cannot_be_put_in_anothers_place() -> None:
    key = new_key()
    with pytest.raises(SealBroken):
        unseal(key, Purpose.SENDER, seal(key, Purpose.TURN, b"words"))


def test_a_changed_letter_is_noticed() -> None:
    key = new_key()
    sealed = bytearray(seal(key, Purpose.TURN, b"words"))
    for place in range(len(sealed)):
        changed = bytes(sealed[:place]) + bytes([sealed[place] ^ 1]) + bytes(sealed[place + 1 :])
        with pytest.raises(SealBroken):
            unseal(key, Purpose.TURN, changed)


def test_too_short_a_value_is_broken() -> None:
    with pytest.raises(SealBroken):
        unseal(new_key(), Purpose.TURN, b"short")


def test_where_a_conversation_lies_is_no_way_to_its_key() -> None:
    token = bytes(range(32))
    assert wrapping_key(token).hex() != lookup_of(token)
    assert wrapping_key(token) != wrapping_key(bytes(32))
    assert wrapping_key(token) != token


def test_traces_are_keyed_and_know_where_a_part_ends() -> None:
    key = new_key()
    assert trace(key, "id", "x") == trace(key, "id", "x")
    assert trace(key, "id", "x") != trace(new_key(), "id", "x")
    assert trace(key, "ab", "c") != trace(key, "a", "bc")
