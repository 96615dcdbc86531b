import numpy as np
import pytest

from bot.understanding.ngrams import NGrams, ngrams_of
from tests.bot.understanding.lines import EXAMPLES

TEXTS = [example.text for example in EXAMPLES]


def test_ngrams_stay_within_words() -> None:
    assert list(ngrams_of("Ei me")) == [" e", "ei", "i ", " ei", "ei ", " ei ", " m", "me", "e ", " me", "me ", " me "]


def test_an_ngram_weighs_by_how_rare_it_is_and_how_often_the_text_has_it() -> None:
    ngrams = NGrams.fit(["ab ab", "ab", "ab", "ac ac", "ac xy", "ac"])
    assert ngrams.known == [" a", " ab", " ab ", " ac", " ac ", "ab", "ab ", "ac", "ac ", "b ", "c "]
    places, weights = ngrams.weigh("ab ab xy")
    rare, common = np.log(7 / 4) + 1, np.log(7 / 7) + 1  # in three texts of six, in all six
    expected = {" a": common, " ab": rare, " ab ": rare, "ab": rare, "ab ": rare, "b ": rare}
    twice = np.array(list(expected.values())) * (1 + np.log(2))
    assert [ngrams.known[place] for place in places] == list(expected)
    np.testing.assert_allclose(weights, twice / np.linalg.norm(twice), rtol=1e-5)


def test_what_only_one_text_has_is_not_kept() -> None:
    assert not {" xy ", "xy"} & set(NGrams.fit(["ab ab", "ab xy"]).known)


@pytest.mark.parametrize("text", TEXTS[::7])
def test_weights_have_length_one(text: str) -> None:
    _, weights = NGrams.fit(TEXTS).weigh(text)
    assert np.linalg.norm(weights) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "…", "日本語"])
def test_a_text_without_known_ngrams_has_no_weights(text: str) -> None:
    places, weights = NGrams.fit(["ab", "ab", "ab ac"]).weigh(text)
    assert len(places) == len(weights) == 0
