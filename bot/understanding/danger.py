"""A learnt sense of danger, for what no list of words finds: "he is coming up the stairs".

It stands beside the matcher of the visitor's application and may only add to it (promise P6). It sees the sentence
vector alone, so that what it learnt in two languages holds in the others that the encoder knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.encoder.packed import Floats
from bot.understanding import softmax
from bot.understanding.softmax import Softmax
from content.schema import DANGER_CARDS

NO_DANGER = "no-danger"
# The order is that of the weights; the names are those of the danger cards.
KINDS = (NO_DANGER, *DANGER_CARDS)
# Above this probability of any danger its card is shown. Held-out lines: docs/understanding.md.
THRESHOLD = 0.25
_STRENGTH = 10.0
_NO_PLACES = np.zeros(0, dtype=np.int32)
_NO_WEIGHTS = np.zeros(0, dtype=np.float32)


@dataclass(frozen=True)
class DangerExample:
    """A line and the kind of danger in it, one of `KINDS`."""

    text: str
    kind: str
    language: str


@dataclass(frozen=True)
class DangerSense:
    """What was learnt: the middle of all vectors, their mean distance from it, and a regression on the kinds."""

    middle: Floats
    distance: float
    weights: Softmax

    @classmethod
    def fit(cls, vectors: Floats, kinds: Sequence[str]) -> "DangerSense":
        """Learn from unit vectors [texts, 384] and their kinds."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  only training needs SciPy

        middle = vectors.mean(axis=0)
        distance = float(np.linalg.norm(vectors - middle, axis=1).mean())
        classes = np.array([KINDS.index(kind) for kind in kinds], dtype=np.int64)
        nothing: Any = csr_matrix((len(kinds), 1), dtype=np.float32)
        return cls(
            middle, distance, softmax.fit((vectors - middle) / distance, nothing, classes, len(KINDS), _STRENGTH)
        )

    def score(self, vector: Floats) -> float:
        """Probability, 0–1, that a text with this unit vector speaks of any danger."""
        return float(1 - self._probabilities(vector)[0])

    def kind(self, vector: Floats, threshold: float = THRESHOLD) -> str | None:
        """The most probable kind of danger, or None where there is none."""
        probabilities = self._probabilities(vector)
        if 1 - probabilities[0] < threshold:
            return None
        return KINDS[1 + int(np.argmax(probabilities[1:]))]

    def _probabilities(self, vector: Floats) -> Floats:
        seen: Floats = (vector - self.middle) / self.distance
        return self.weights.probabilities(seen, _NO_PLACES, _NO_WEIGHTS)
