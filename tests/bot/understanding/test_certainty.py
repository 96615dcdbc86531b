from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from bot.understanding.certainty import Certainty
from bot.understanding.weighing import Opinions, Weighing

Numbers = npt.NDArray[Any]


@pytest.fixture(scope="module")
def signs() -> Numbers:
    return np.random.default_rng(5).normal([3, -1], [0.1, 20], size=(400, 2))


def test_certainty_grows_with_the_sign_that_speaks_for_it(signs: Numbers) -> None:
    true = np.random.default_rng(6).random(400) < 1 / (1 + np.exp(-(signs[:, 0] - 3) * 30))
    fitted = Certainty.fit(signs, true)
    low, middle, high = (fitted.of(np.array([first, -1.0])) for first in (2.8, 3.0, 3.2))
    assert low < 0.1 < middle < 0.9 < high
    assert abs(fitted.of(np.array([3.0, -41.0])) - fitted.of(np.array([3.0, 39.0]))) < 0.2


def test_weights_are_those_with_the_greatest_penalised_likelihood(signs: Numbers) -> None:
    true = np.random.default_rng(6).random(400) < 1 / (1 + np.exp(-(signs[:, 0] - 3) * 15 - signs[:, 1] / 20))
    fitted = Certainty.fit(signs, true)

    def loss(weights: Numbers, bias: float) -> float:
        chances = 1 / (1 + np.exp(-((signs - fitted.means) / fitted.spreads @ weights + bias)))
        return float(-np.log(np.where(true, chances, 1 - chances)).sum() + (weights**2).sum() / 2)

    least = loss(fitted.weights, fitted.bias)
    for step in (0.05, -0.05):
        assert loss(fitted.weights + np.array([step, 0]), fitted.bias) > least
        assert loss(fitted.weights + np.array([0, step]), fitted.bias) > least
        assert loss(fitted.weights, fitted.bias + step) > least


def test_certainty_can_be_believed(signs: Numbers) -> None:
    true = np.random.default_rng(7).random(400) < 0.7
    fitted = Certainty.fit(signs, true)
    assert np.mean([fitted.of(sign) for sign in signs]) == pytest.approx(true.mean(), abs=0.01)


@pytest.mark.parametrize("always", [True, False])
def test_signs_that_always_mean_the_same_give_a_sure_answer(signs: Numbers, always: bool) -> None:
    fitted = Certainty.fit(signs, np.full(400, always))
    assert fitted.of(signs[0]) == pytest.approx(float(always), abs=0.05)


def _opinions(right: float, near: float, topics: int = 5) -> Opinions:
    """The regression speaks for topic 0 with a chance of `right`, its nearest example with a cosine of `near`."""
    chances = np.full(topics, (1 - right) / (topics - 1), np.float32)
    chances[0] = right
    cosines = np.full(topics, 0.8, np.float32)
    cosines[0] = near
    return Opinions(chances, cosines)


def test_an_opinion_that_says_nothing_of_the_truth_gets_no_weight() -> None:
    chance = np.random.default_rng(8)
    said = [_opinions(0.6, float(chance.uniform(0.7, 0.9))) for _ in range(300)]
    fitted = Weighing.fit(said, [0 if chance.random() < 0.9 else int(chance.integers(1, 5)) for _ in said])
    assert abs(fitted.nearest) < 5
    assert fitted.of(_opinions(0.6, 0.8))[0] == pytest.approx(0.9, abs=0.05)


def test_a_nearest_example_that_tells_the_truth_overrules_a_regression_that_does_not() -> None:
    chance = np.random.default_rng(9)
    near = [bool(chance.random() < 0.5) for _ in range(300)]
    said = [_opinions(0.4, 0.9 if close else 0.7) for close in near]
    fitted = Weighing.fit(said, [0 if close else int(chance.integers(1, 5)) for close in near])
    assert fitted.of(_opinions(0.4, 0.9))[0] > 0.9
    assert fitted.of(_opinions(0.4, 0.7))[0] < 0.1


def test_an_impossible_topic_is_no_trouble() -> None:
    said = Opinions(np.array([1, 0, 0], np.float32), np.array([0.9, 0.8, 0.8], np.float32))
    assert np.isfinite(Weighing(1.3, 30).of(said)).all()
