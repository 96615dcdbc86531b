"""Turns signs of certainty into a probability that can be believed: a small logistic regression on held-out texts."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_STEPS = 50
_PENALTY = 1.0


@dataclass(frozen=True)
class Certainty:
    """Fitted: the signs' means and spreads, their weights, and the bias."""

    means: npt.NDArray[np.float64]
    spreads: npt.NDArray[np.float64]
    weights: npt.NDArray[np.float64]
    bias: float

    @classmethod
    def fit(cls, signs: npt.NDArray[np.float64], true: npt.NDArray[np.bool_]) -> "Certainty":
        """Fit by Newton's method with an L2 penalty on the weights.

        Args:
            signs: [texts, signs], of texts that the classifier was not trained on.
            true: whether what the signs speak for was so.
        """
        means, spreads = signs.mean(axis=0), signs.std(axis=0) + 1e-9
        table = np.hstack([(signs - means) / spreads, np.ones((len(signs), 1))])
        penalty = np.diag([_PENALTY] * signs.shape[1] + [1e-9])
        weights = np.zeros(table.shape[1])
        for _ in range(_STEPS):
            chance = 1 / (1 + np.exp(-table @ weights))
            gradient = table.T @ (chance - true) + penalty @ weights
            curve = table.T @ (table * (chance * (1 - chance))[:, None]) + penalty
            step = np.linalg.solve(curve, gradient)
            weights -= step
            if np.abs(step).max() < 1e-6:
                break
        return cls(means, spreads, weights[:-1], float(weights[-1]))

    def of(self, signs: npt.NDArray[np.float64]) -> float:
        """The probability, 0–1, for one text's signs."""
        score = float((signs - self.means) / self.spreads @ self.weights + self.bias)
        return float(1 / (1 + np.exp(-score)))
