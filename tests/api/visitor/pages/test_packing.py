"""Pages leave in few sizes, and every browser can unpack them."""

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.visitor.pages.packing import SIZES, filled, packed, packed_small, size_for


@given(st.binary(max_size=3000))
def test_a_packed_body_unpacks_to_itself_and_spaces(body: bytes) -> None:
    unpacked = gzip.decompress(packed(body))
    assert unpacked.startswith(body)
    assert not unpacked[len(body) :].strip(b" ")


@pytest.mark.parametrize("length", [0, 1, 8150, 8160, 8170, 8180, 8192, 16_000, 33_000, 70_000, 200_000])
def test_every_packed_body_has_an_allowed_size(length: int) -> None:
    noise = random.Random(length).randbytes(length)  # what cannot be compressed, so that the length counts
    packed_noise = packed(noise)
    assert len(packed_noise) == size_for(len(packed_noise))
    assert gzip.decompress(packed_noise)[:length] == noise


def test_answers_of_different_length_have_the_same_size() -> None:
    generator = random.Random(1)
    sizes = {len(packed(generator.randbytes(generator.randint(500, 8000)))) for _ in range(200)}
    assert sizes == {SIZES[0]}


def test_sizes_grow_in_steps() -> None:
    assert [size_for(length) for length in (0, 8192, 8193, 16_385, 32_769, 65_537)] == [
        8192, 8192, 16_384, 32_768, 65_536, 98_304,
    ]  # fmt: skip


def test_an_uncompressed_body_is_filled_up_too() -> None:
    assert filled(b"<p>word</p>").rstrip() == b"<p>word</p>"
    assert len(filled(b"<p>word</p>")) == SIZES[0]


def test_what_is_the_same_for_everybody_is_only_made_small() -> None:
    text = b"a { color: red } " * 100
    assert gzip.decompress(packed_small(text)) == text
    assert len(packed_small(text)) < 200
