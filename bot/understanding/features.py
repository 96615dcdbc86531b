"""A text as numbers: its sentence vector seen from the middle of all training texts, and its n-grams."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.encoder.packed import Floats
from bot.understanding.ngrams import NGrams, Places


@dataclass(frozen=True)
class Features:
    """What was learnt of the training texts as a whole.

    E5's vectors all point the same way (cosines of .7 to .9 between any two sentences), so that differences only show
    seen from their middle. Divided by their mean distance from it they weigh as much as the n-grams.
    """

    middle: Floats
    distance: float
    ngrams: NGrams

    @classmethod
    def fit(cls, texts: Sequence[str], vectors: Floats) -> "Features":
        """Learn from training texts and their unit vectors, [texts, 384]."""
        middle = vectors.mean(axis=0)
        distance = float(np.linalg.norm(vectors - middle, axis=1).mean())
        return cls(middle, distance, NGrams.fit(texts))

    def dense(self, vectors: Floats) -> Floats:
        """Sentence vectors (one or many) as features."""
        seen: Floats = (vectors - self.middle) / self.distance
        return seen

    def sparse(self, text: str) -> tuple[Places, Floats]:
        """A text's n-grams: places and weights."""
        return self.ngrams.weigh(text)

    def table(self, texts: Sequence[str]) -> Any:
        """The n-grams of many texts as a SciPy CSR matrix, for training."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  only training needs SciPy

        rows = [self.ngrams.weigh(text) for text in texts]
        starts = np.cumsum([0, *(len(places) for places, _ in rows)])
        places = np.concatenate([places for places, _ in rows])
        weights = np.concatenate([weights for _, weights in rows])
        return csr_matrix((weights, places, starts), shape=(len(texts), len(self.ngrams.known)))
