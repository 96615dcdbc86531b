"""Weighs two opinions on the topic against each other: that of the regression, and that of the nearest example.

The regression is too modest, and knows a topic only as a whole; a single example that says nearly the same counts too.
How much each counts is two numbers for all topics, learnt on held-out texts (a conditional logit).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats

_LEAST = 1e-9
_STEPS = 50
_PENALTY = 1e-3


@dataclass(frozen=True)
class Opinions:
    """On one text: each topic's probability by the regression, and the raw cosine of each topic's nearest example."""

    probabilities: Floats
    nearest: Floats

    def table(self) -> npt.NDArray[np.float64]:
        """Both, so that their weighted sum is a topic's score: [topics, 2]."""
        table = np.stack([np.log(np.maximum(self.probabilities, _LEAST)), self.nearest], axis=1)
        return np.asarray(table, dtype=np.float64)


@dataclass(frozen=True)
class Weighing:
    """How much each opinion counts."""

    regression: float
    nearest: float

    @classmethod
    def fit(cls, opinions: Sequence[Opinions], topics: Sequence[int]) -> "Weighing":
        """Learn from held-out texts: find the weights with the greatest likelihood, by Newton's method.

        Args:
            opinions: on each text.
            topics: the number of each text's topic.
        """
        tables = np.stack([one.table() for one in opinions])
        true = tables[np.arange(len(topics)), list(topics)]
        weights = np.array([1.0, 1.0])
        for _ in range(_STEPS):
            chances = _softmax(tables @ weights)
            means = np.einsum("nt,ntf->nf", chances, tables)
            spread = np.einsum("nt,ntf,ntg->fg", chances, tables, tables) - means.T @ means
            gradient = (means - true).sum(axis=0) + _PENALTY * weights
            step = np.linalg.solve(spread + _PENALTY * np.eye(2), gradient)
            weights -= step
            if np.abs(step).max() < 1e-6:
                break
        return cls(float(weights[0]), float(weights[1]))

    def of(self, opinions: Opinions) -> Floats:
        """The topics' probabilities."""
        weighed: Floats = _softmax(opinions.table() @ np.array([self.regression, self.nearest])).astype(np.float32)
        return weighed


def _softmax(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: npt.NDArray[np.float64] = powers / powers.sum(axis=-1, keepdims=True)
    return chances
