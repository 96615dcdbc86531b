"""The signs that tell how far a classification can be trusted."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats
from bot.understanding.nearness import nearest_three

_LEAST = 1e-6


@dataclass(frozen=True)
class Signs:
    """What is known of one text after classification.

    Attributes:
        inside: probabilities of the classes given that the text is in scope; 0 for `out_of_scope`.
        best: number of the best class in scope.
        scope: signs of being in scope at all.
        right: signs that the best class is the right one, if the text is in scope.
    """

    inside: Floats
    best: int
    scope: npt.NDArray[np.float64]
    right: npt.NDArray[np.float64]


def read_signs(probabilities: Floats, nearest: Floats, inside: npt.NDArray[np.bool_]) -> Signs:
    """Collect the signs.

    Args:
        probabilities: of all classes.
        nearest: cosines of each class's nearest examples, [classes, 3].
        inside: for each class, whether it is in scope.
    """
    given = np.where(inside, probabilities, 0) / _log_safe(float(probabilities[inside].sum()))
    best = int(given.argmax())
    others = inside & (np.arange(len(given)) != best)
    return Signs(
        given,
        best,
        _scope(probabilities[inside], nearest[inside], nearest[~inside]),
        _right(given, nearest[best], nearest[others]),
    )


def _scope(probabilities: Floats, in_scope: Floats, out_of_scope: Floats) -> npt.NDArray[np.float64]:
    chance = float(probabilities.sum())
    odds = np.log(_log_safe(chance) / _log_safe(1 - chance))
    best = np.log(_log_safe(float(probabilities.max())))
    return np.array([odds, best, in_scope.max(), nearest_three(in_scope), nearest_three(out_of_scope)])


def _right(given: Floats, own: Floats, others: Floats) -> npt.NDArray[np.float64]:
    second, best = np.sort(given)[-2:]
    lead = np.log(_log_safe(float(best)) / _log_safe(float(second)))
    return np.array([np.log(_log_safe(float(best))), lead, nearest_three(own) - nearest_three(others)])


def _log_safe(value: float) -> float:
    return max(value, _LEAST)
