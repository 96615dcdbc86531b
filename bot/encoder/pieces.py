"""Cuts text into the word pieces that E5 was trained on, and remembers nothing of it.

The package `tokenizers` does the same, but keeps words it has seen in a cache and takes some 230 MB of memory for this
vocabulary; these few lines take 30 MB and 0.15 ms a question, and give the same pieces (docs/understanding.md).
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.encoder.packed import Vocabulary

_SPACES = re.compile(" +")
_WORD_START = "▁"
_LONGEST_PIECE = 16  # characters, in this vocabulary
_UNKNOWN_COSTS = 10.0  # below the least likely piece: as in SentencePiece
_NOT_YET = -1e30


class WordPieces:
    """The Unigram model of SentencePiece: of all cuts of a word the most likely one (Kudo 2018, arXiv 1804.10959)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._begin, self._end, self._unknown = vocabulary.begin, vocabulary.end, vocabulary.unknown
        self._replaced = vocabulary.replaced
        self._scores = vocabulary.scores
        # "<s>" typed by a visitor is text: the control pieces cannot be looked up.
        self._numbers = {piece: n for n, piece in enumerate(vocabulary.pieces) if not re.fullmatch("<[a-z/]+>", piece)}
        self._unknown_score = min(self._scores) - _UNKNOWN_COSTS

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of `text`, with the begin and end marks of E5."""
        cleaned = unicodedata.normalize("NFC", text).translate(self._replaced)
        words = _SPACES.sub(" ", cleaned).removeprefix(" ").split(" ")
        numbers = [self._begin]
        for word in words:
            numbers += self._of_word(_WORD_START + word)
        return [*numbers, self._end]

    def _of_word(self, word: str) -> list[int]:
        pieces, starts = self._best_cuts(word)
        numbers: list[int] = []
        end = len(word)
        while end > 0:
            # several unknown characters in a row are one unknown piece, as in SentencePiece
            if pieces[end] != self._unknown or not numbers or numbers[-1] != self._unknown:
                numbers.append(pieces[end])
            end = starts[end]
        return numbers[::-1]

    def _best_cuts(self, word: str) -> tuple[list[int], list[int]]:
        """For each end in `word` the last piece of the best cut up to there, and where that piece starts (Viterbi)."""
        length = len(word)
        best = [0.0] + [_NOT_YET] * length
        pieces, starts = [self._unknown] * (length + 1), [0] * (length + 1)
        for start in range(length):
            for end, piece, score in self._pieces_at(word, start):
                if best[start] + score > best[end]:
                    best[end], pieces[end], starts[end] = best[start] + score, piece, start
        return pieces, starts

    def _pieces_at(self, word: str, start: int) -> Iterator[tuple[int, int, float]]:
        """Every piece that starts there: its end, number and score; one unknown character is a piece too."""
        for end in range(start + 1, min(len(word), start + _LONGEST_PIECE) + 1):
            piece = self._numbers.get(word[start:end])
            if piece is not None:
                yield end, piece, self._scores[piece]
        yield start + 1, self._unknown, self._unknown_score
