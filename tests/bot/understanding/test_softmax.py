import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from bot.encoder.packed import Floats
from bot.understanding.softmax import Softmax, fit


@pytest.fixture(scope="module")
def data() -> tuple[Floats, csr_matrix, np.ndarray]:
    chance = np.random.default_rng(3)
    classes = np.repeat(np.arange(4), 30)
    dense = (chance.normal(size=(4, 6))[classes] + chance.normal(size=(120, 6))).astype(np.float32)
    table = chance.random((120, 25)) * (chance.random((120, 25)) < 0.15 + 0.3 * (np.arange(25) % 4 == classes[:, None]))
    return dense, csr_matrix(table.astype(np.float32)), classes


def test_it_is_the_regression_of_scikit_learn(data: tuple[Floats, csr_matrix, np.ndarray]) -> None:
    dense, table, classes = data
    reference = LogisticRegression(C=5, max_iter=2000, tol=1e-8).fit(hstack([dense, table]).toarray(), classes)
    expected = reference.predict_proba(hstack([dense, table]).toarray())
    found = np.array([_probabilities(fit(dense, table, classes, 4, 5), dense, table, row) for row in range(120)])
    np.testing.assert_allclose(found, expected, atol=0.02)
    assert (found.argmax(axis=1) == expected.argmax(axis=1)).mean() > 0.98


def test_a_text_without_ngrams_is_judged_by_its_vector(data: tuple[Floats, csr_matrix, np.ndarray]) -> None:
    dense, table, classes = data
    fitted = fit(dense, table, classes, 4, 5)
    nothing = np.array([], dtype=np.int32)
    found = fitted.probabilities(dense[0], nothing, np.array([], dtype=np.float32))
    assert found.sum() == pytest.approx(1)
    assert found.shape == (4,)


def test_a_large_score_does_not_overflow() -> None:
    model = Softmax(np.array([[1e4, -1e4]], np.float32), np.zeros((0, 2), np.float32), np.zeros(2, np.float32))
    found = model.probabilities(np.ones(1, np.float32), np.array([], np.int32), np.array([], np.float32))
    np.testing.assert_allclose(found, [1, 0])


def _probabilities(model: Softmax, dense: Floats, table: csr_matrix, row: int) -> Floats:
    one = table[row]
    return model.probabilities(dense[row], one.indices, one.data)
