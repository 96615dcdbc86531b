"""The one interface to sentence vectors, whichever graph computes them."""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np

from bot.encoder.building import built_graph
from bot.encoder.official import OfficialGraph
from bot.encoder.packed import Floats, PackedModel
from bot.encoder.pieces import WordPieces
from bot.encoder.runtime import INPUT, OUTPUT, session
from bot.encoder.words import WordVectors
from bot.settings import EncoderSettings

DIMENSIONS = 384
LONGEST_TEXT = 400  # characters: the time grows with the length, and who a question is about stands at its start
_MANY = 200  # texts at once, from which they are shared among the processor's cores
_QUERY = "query: "  # E5 was trained with this word before what is asked (the model's card)


class Graph(Protocol):
    """Turns the pieces of one sentence into its unit vector."""

    def vector(self, numbers: list[int]) -> Floats:
        """The vector, shape [384], of the sentence whose pieces have these numbers."""
        ...


class BuiltGraph:
    """Our own graph, fed with word vectors from the packed table."""

    def __init__(self, model: PackedModel, pieces: WordPieces, settings: EncoderSettings) -> None:
        self._words = WordVectors(model)
        self._session = session(built_graph(settings.cache, model, pieces, self._words), settings.threads)

    def vector(self, numbers: list[int]) -> Floats:
        """The vector, shape [384]."""
        found: Floats = self._session.run([OUTPUT], {INPUT: self._words.of(numbers)[None]})[0][0]
        return found


class SentenceEncoder:
    """Multilingual E5-small. Sentences go one by one, so that a vector never depends on what else was asked."""

    def __init__(self, pieces: WordPieces, graph: Graph) -> None:
        self._pieces = pieces
        self._graph = graph

    @classmethod
    def load(cls, settings: EncoderSettings | None = None) -> "SentenceEncoder":
        """Make the encoder ready; the first time on a machine its graph is built.

        Args:
            settings: read from the environment by default.

        Raises:
            PackedModelUnreadable: the package with the weights is missing or damaged.
            OfficialGraphUnusable: the operator's own file cannot be used.
            SettingsInvalid: a setting cannot be used.
        """
        settings = settings if settings is not None else EncoderSettings.from_environment()
        model = PackedModel.shipped()
        pieces = WordPieces(model.vocabulary)
        if settings.official is not None:
            return cls(pieces, OfficialGraph(settings.official, settings.threads, DIMENSIONS))
        return cls(pieces, BuiltGraph(model, pieces, settings))

    def encode(self, texts: list[str]) -> Floats:
        """Unit vectors of `texts`, shape [n, 384]; of each text the first 400 characters count."""
        if len(texts) < _MANY:
            found = list(map(self._vector, texts))
        else:  # a training: the graph works outside Python's lock, so all cores can
            with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
                found = list(workers.map(self._vector, texts))
        return np.stack(found) if found else np.empty((0, DIMENSIONS), dtype=np.float32)

    def _vector(self, text: str) -> Floats:
        return self._graph.vector(self._pieces.numbers(_QUERY + text[:LONGEST_TEXT]))
