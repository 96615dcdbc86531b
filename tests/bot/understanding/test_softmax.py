import numpy as np
import numpy.typing as npt
import pytest
from scipy.sparse import csr_matrix

from bot.encoder.packed import Floats
from bot.understanding.softmax import Softmax, fit

Data = tuple[Floats, csr_matrix, npt.NDArray[np.int64]]
CLASSES, STRENGTH = 4, 5.0


@pytest.fixture(scope="module")
def data() -> Data:
    chance = np.random.default_rng(3)
    classes = np.repeat(np.arange(CLASSES), 30)
    dense = (chance.normal(size=(CLASSES, 6))[classes] + chance.normal(size=(120, 6))).astype(np.float32)
    shown = chance.random((120, 25)) < 0.15 + 0.3 * (np.arange(25) % CLASSES == classes[:, None])
    return dense, csr_matrix((chance.random((120, 25)) * shown).astype(np.float32)), classes


@pytest.fixture(scope="module")
def fitted(data: Data) -> Softmax:
    return fit(*data, CLASSES, STRENGTH)


def loss(model: Softmax, data: Data) -> float:
    """Cross-entropy and penalty as the textbook has them: per text, from the probabilities that the model gives."""
    dense, table, classes = data
    chances = [_probabilities(model, dense, table, row)[true] for row, true in enumerate(classes)]
    return -float(np.log(chances).sum()) + float((model.dense**2).sum() + (model.sparse**2).sum()) / (2 * STRENGTH)


def test_no_other_weights_have_a_smaller_loss(fitted: Softmax, data: Data) -> None:
    least = loss(fitted, data)
    chance = np.random.default_rng(4)
    for size in (0.3, 0.1, 0.03):
        parts = [part + chance.normal(0, size, part.shape).astype(np.float32) for part in _parts(fitted)]
        assert loss(Softmax(*parts), data) > least
    assert loss(Softmax(*(part * np.float32(0.9) for part in _parts(fitted))), data) > least
    assert loss(Softmax(*(part * np.float32(1.1) for part in _parts(fitted))), data) > least


def test_both_kinds_of_features_are_used(fitted: Softmax, data: Data) -> None:
    dense, table, classes = data

    def right(model: Softmax) -> float:
        found = [_probabilities(model, dense, table, row).argmax() for row in range(len(classes))]
        return float((np.array(found) == classes).mean())

    assert right(fitted) > 0.85
    assert right(Softmax(fitted.dense * 0, fitted.sparse, fitted.bias)) < right(fitted)
    assert right(Softmax(fitted.dense, fitted.sparse * 0, fitted.bias)) < right(fitted)


def test_a_text_without_ngrams_is_judged_by_its_vector(fitted: Softmax, data: Data) -> None:
    found = fitted.probabilities(data[0][0], np.array([], dtype=np.int32), np.array([], dtype=np.float32))
    assert found.sum() == pytest.approx(1)
    assert found.shape == (CLASSES,)


def test_a_large_score_does_not_overflow() -> None:
    model = Softmax(np.array([[1e4, -1e4]], np.float32), np.zeros((0, 2), np.float32), np.zeros(2, np.float32))
    found = model.probabilities(np.ones(1, np.float32), np.array([], np.int32), np.array([], np.float32))
    np.testing.assert_allclose(found, [1, 0])


def _parts(model: Softmax) -> tuple[Floats, Floats, Floats]:
    return model.dense, model.sparse, model.bias


def _probabilities(model: Softmax, dense: Floats, table: csr_matrix, row: int) -> Floats:
    one = table[row]
    return model.probabilities(dense[row], one.indices, one.data)
