"""The first layer of E5: looks word pieces up in the packed table, outside the graph.

Unpacked, the table of 250,000 pieces would take 384 MB; a question needs some twenty rows of it.
"""

from bot.encoder.packed import Floats, PackedModel, unpack


class WordVectors:
    """Vectors of word pieces, each with its place in the sentence added."""

    def __init__(self, model: PackedModel) -> None:
        shape = model.shape
        self._table = model.blocks("emb.word", shape.words)
        positions = model.numbers("emb.pos").reshape(shape.positions, shape.hidden)
        sentence_type = model.numbers("emb.type").reshape(shape.types, shape.hidden)[0]
        self._places: Floats = positions + sentence_type

    @property
    def longest(self) -> int:
        """How many pieces a sentence may have."""
        return len(self._places)

    def of(self, numbers: list[int]) -> Floats:
        """Vectors of the pieces `numbers`, shape [pieces, 384]; at most `longest` of them."""
        vectors: Floats = unpack(self._table[numbers]) + self._places[: len(numbers)]
        return vectors
