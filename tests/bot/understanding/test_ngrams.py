import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.understanding.ngrams import NGrams, ngrams_of
from bot.understanding.plain import plain
from tests.bot.understanding.lines import EXAMPLES

TEXTS = [example.text for example in EXAMPLES]


def test_ngrams_stay_within_words() -> None:
    assert list(ngrams_of("Ei me")) == [" e", "ei", "i ", " ei", "ei ", " ei ", " m", "me", "e ", " me", "me ", " me "]


def test_weights_are_those_of_scikit_learn() -> None:
    ngrams = NGrams.fit(TEXTS)
    reference = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2, lowercase=False)
    table = reference.fit_transform([plain(text) for text in TEXTS]).toarray()
    order = [reference.vocabulary_[ngram] for ngram in ngrams.known]
    assert len(order) == table.shape[1]
    for row, text in zip(table, TEXTS, strict=True):
        places, weights = ngrams.weigh(text)
        mine = np.zeros(len(order))
        mine[places] = weights
        np.testing.assert_allclose(mine, row[order], atol=1e-6)


@pytest.mark.parametrize("text", ["", "…", "日本語"])
def test_a_text_without_known_ngrams_has_no_weights(text: str) -> None:
    places, weights = NGrams.fit(TEXTS).weigh(text)
    assert not set(places.tolist()) - {
        place for place, ngram in enumerate(NGrams.fit(TEXTS).known) if not ngram.isalnum()
    }
    assert np.isfinite(weights).all()
