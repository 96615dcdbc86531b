import numpy as np
import pytest

from bot.encoder.packed import Floats
from bot.understanding.nearness import nearest_of_each, nearest_three
from bot.understanding.signs import Signs, read_signs

INSIDE = np.array([True, True, True, False])
NEAR = np.array([[0.95, 0.9, 0.9], [0.85, 0.8, 0.8], [0.8, 0.8, 0.8], [0.7, 0.7, 0.7]], np.float32)
FAR = NEAR[::-1]


def read(chances: list[float], nearest: Floats = NEAR) -> Signs:
    return read_signs(np.array(chances, np.float32), nearest, INSIDE)


def test_the_best_class_is_one_in_scope_even_when_out_of_scope_leads() -> None:
    signs = read([0.1, 0.2, 0.05, 0.65])
    assert signs.best == 1
    np.testing.assert_allclose(signs.inside, [0.1 / 0.35, 0.2 / 0.35, 0.05 / 0.35, 0], rtol=1e-5)


def test_signs_of_scope_grow_with_probability_and_nearness() -> None:
    likely, unlikely = read([0.6, 0.2, 0.1, 0.1]).scope, read([0.1, 0.1, 0.1, 0.7]).scope
    assert (likely[:2] > unlikely[:2]).all()
    near, far = read([0.6, 0.2, 0.1, 0.1], NEAR).scope, read([0.6, 0.2, 0.1, 0.1], FAR).scope
    assert near[3] > far[3]
    assert near[4] < far[4]


def test_signs_of_being_right_grow_with_the_lead() -> None:
    clear, close = read([0.8, 0.1, 0.05, 0.05]).right, read([0.45, 0.4, 0.1, 0.05]).right
    assert (clear[:2] > close[:2]).all()


def test_signs_are_finite_when_a_probability_is_nothing() -> None:
    for chances in ([1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 1.0]):
        signs = read(chances)
        assert np.isfinite(signs.scope).all()
        assert np.isfinite(signs.right).all()


def test_the_three_nearest_of_each_class() -> None:
    cosines = np.array([0.1, 0.5, 0.3, 0.4, 0.9, 0.2], np.float32)
    classes = np.array([0, 0, 0, 0, 2, 2])
    found = nearest_of_each(cosines, classes, 4)
    np.testing.assert_allclose(found, [[0.5, 0.4, 0.3], [0.0] * 3, [0.9, 0.2, 0.2], [0.0] * 3], rtol=1e-6)


@pytest.mark.parametrize(("cosines", "mean"), [([[0.9, 0.1], [0.6, 0.3]], 0.6), ([0.4], 0.4), ([], 0.0)])
def test_the_mean_of_the_three_nearest(cosines: list[float], mean: float) -> None:
    assert nearest_three(np.array(cosines, np.float32)) == pytest.approx(mean)
