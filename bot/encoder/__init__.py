"""Turns a sentence of any language into a vector whose neighbours mean the same.

Everything else of the understanding stands behind `SentenceEncoder`, so that another encoder can take its place.
"""

from bot.encoder.sentence_encoder import SentenceEncoder

__all__ = ["SentenceEncoder"]
