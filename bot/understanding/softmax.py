"""Multinomial logistic regression on two kinds of features at once: a dense sentence vector and sparse n-grams.

scikit-learn's would treat the dense part as sparse, which takes twice as long to train, and would have to be loaded
(77 MB) to answer a question. Here training needs SciPy, and answering a few rows of NumPy.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats
from bot.understanding.ngrams import Places

_STEPS = 200
_GRADIENT = 1e-4
_CHANGE = 1e-7


@dataclass(frozen=True)
class Softmax:
    """Fitted weights: [dense features, classes], [n-grams, classes], [classes]."""

    dense: Floats
    sparse: Floats
    bias: Floats

    def probabilities(self, vector: Floats, places: Places, weights: Floats) -> Floats:
        """Probability of each class, for one text."""
        scores = vector @ self.dense + weights @ self.sparse[places] + self.bias
        powers = np.exp(scores - scores.max())
        found: Floats = powers / powers.sum()
        return found


def fit(vectors: Floats, ngrams: Any, classes: npt.NDArray[np.int64], count: int, strength: float) -> Softmax:
    """Fit the regression: the weights with the least loss, found by L-BFGS.

    Args:
        vectors: dense features, [texts, features].
        ngrams: sparse features, a SciPy CSR matrix [texts, n-grams].
        classes: the number of each text's class.
        count: how many classes there are.
        strength: inverse of the penalty on large weights (scikit-learn's C).
    """
    from scipy.optimize import minimize  # noqa: PLC0415  only training needs SciPy

    loss = _Loss(vectors, ngrams, classes, count, strength)
    start = np.zeros(loss.size)
    found = minimize(
        loss,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": _STEPS, "maxcor": 5, "gtol": _GRADIENT, "ftol": _CHANGE},
    )
    return Softmax(*loss.parts(found.x.astype(np.float32)))


class _Loss:
    """Cross-entropy with an L2 penalty, and its gradient, for all weights in one row."""

    def __init__(
        self, vectors: Floats, ngrams: Any, classes: npt.NDArray[np.int64], count: int, strength: float
    ) -> None:
        self._vectors, self._ngrams, self._turned = vectors, ngrams, ngrams.T.tocsr()
        self._rows, self._classes, self._count = np.arange(len(classes)), classes, count
        self._penalty = 1 / strength
        self._sizes = (vectors.shape[1], ngrams.shape[1], 1)
        self.size = sum(self._sizes) * count

    def parts(self, weights: Floats) -> tuple[Floats, Floats, Floats]:
        """The one row as weights of the dense features, of the n-grams, and the bias."""
        table = weights.reshape(-1, self._count)
        dense, ngrams, _ = self._sizes
        return table[:dense], table[dense : dense + ngrams], table[-1]

    def __call__(self, weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        dense, sparse, bias = self.parts(weights.astype(np.float32))
        scores = self._vectors @ dense + self._ngrams @ sparse + bias
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        size = float((dense**2).sum() + (sparse**2).sum())
        loss = -float(logs[self._rows, self._classes].sum()) + self._penalty * size / 2
        error = np.exp(logs)
        error[self._rows, self._classes] -= 1
        gradient = np.concatenate(
            [
                self._vectors.T @ error + self._penalty * dense,
                self._turned @ error + self._penalty * sparse,
                error.sum(axis=0, keepdims=True),
            ]
        )
        texts = len(self._rows)
        return loss / texts, gradient.astype(np.float64).ravel() / texts
