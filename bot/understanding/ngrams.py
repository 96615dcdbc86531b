"""What a text is made of, letter by letter: character n-grams within words, weighed by TF-IDF.

They see what the sentence vector overlooks: names of things, word forms, half-written words. The weights are those of
scikit-learn's TfidfVectorizer (analyzer "char_wb", sublinear_tf), which need not be loaded to answer a question.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats
from bot.understanding.plain import plain

SHORTEST, LONGEST = 2, 5
_LEAST_TEXTS = 3  # an n-gram of one or two texts says nothing of others, and takes time to learn

Places = npt.NDArray[np.int32]


def ngrams_of(text: str) -> Iterator[str]:
    """The character n-grams of each word with a space before and after it; a shorter word is one n-gram."""
    for word in plain(text).split():
        framed = f" {word} "
        for length in range(SHORTEST, LONGEST + 1):
            if length >= len(framed):
                yield framed
                break
            yield from (framed[start : start + length] for start in range(len(framed) - length + 1))


class NGrams:
    """The n-grams of the training texts with their weights."""

    def __init__(self, known: Sequence[str], rarity: Floats) -> None:
        """Keep what `fit` found.

        Args:
            known: n-grams, each once.
            rarity: inverse document frequency of each.
        """
        self.known = list(known)
        self.rarity = rarity
        self._places = {ngram: place for place, ngram in enumerate(self.known)}

    @classmethod
    def fit(cls, texts: Sequence[str]) -> "NGrams":
        """Take those that at least two texts have."""
        in_texts = Counter(ngram for text in texts for ngram in set(ngrams_of(text)))
        known = sorted(ngram for ngram, count in in_texts.items() if count >= _LEAST_TEXTS)
        counts = np.array([in_texts[ngram] for ngram in known], dtype=np.float64)
        rarity = np.log((1 + len(texts)) / (1 + counts)) + 1
        return cls(known, rarity.astype(np.float32))

    def weigh(self, text: str) -> tuple[Places, Floats]:
        """Places and weights of the known n-grams of `text`; the weights' length is 1, or there are none."""
        counts = Counter(place for place in map(self._places.get, ngrams_of(text)) if place is not None)
        places = np.array(sorted(counts), dtype=np.int32)
        often = np.array([counts[place] for place in places.tolist()], dtype=np.float32)
        weights = (1 + np.log(often)) * self.rarity[places]
        length = float(np.linalg.norm(weights))
        return places, (weights / length if length else weights).astype(np.float32)
