"""A message cut into sentences of plain words, so that the danger rules need not know how people type.

Frightened people write in capitals, without diacritics, with letters held down and without punctuation. Nothing here
remembers a word: there is no cache, since a cache would keep visitors' words in memory.
"""

import re
import unicodedata
from dataclasses import dataclass

_LONGEST_TEXT = 4_000  # characters; a message is refused above 2,000 before it comes here
_MOST_SENTENCES = 60  # the rest is read as one sentence, so that a flood of full stops costs no time

_APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_TATWEEL = "\u0640"  # stretches an Arabic word
_LAUGHTER = re.compile(r"[:;x]-?d\b|[\U0001F600-\U0001F606\U0001F602\U0001F923]")
_PIECE = re.compile(r"[^\W\d_]+|\d+|\.{2,}|[.!?;؟\n]|[,،]")
# Finnish "väärässä" (wrong) would become "vaarassa" (in danger) without its dots.
_WRONG = re.compile("väärä")
_HELD_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_SENTENCE_ENDS = frozenset(".!?;؟\n")


@dataclass(frozen=True)
class Sentence:
    """Words in order, and the places of those that begin a clause (after a comma or dots), as bits."""

    words: tuple[str, ...]
    clause_starts: int


def readings(text: str) -> list[list[Sentence]]:
    """The message as sentences; twice when a letter was held down ("hellllp", "kuolllla").

    A letter written three times or more may stand for one or for two, and Finnish tells words apart by that.
    """
    plain = _plain(text)
    doubled = _HELD_LETTER.sub(r"\1\1", plain)
    if doubled == plain:
        return [_sentences(plain)]
    return [_sentences(doubled), _sentences(_HELD_LETTER.sub(r"\1", plain))]


def whole(sentences: list[Sentence]) -> Sentence:
    """All sentences as one, each beginning a clause."""
    words: list[str] = []
    starts = 0
    for sentence in sentences:
        starts |= (sentence.clause_starts | 1) << len(words)
        words.extend(sentence.words)
    return Sentence(tuple(words), starts)


def plain_word(word: str) -> str:
    """A word of the rules in the form that words of a message have."""
    return _APOSTROPHES.sub("", _plain(word))


def _plain(text: str) -> str:
    """Compatibility forms made one, lower case, no diacritics, nothing invisible; laughter becomes a word."""
    lowered = unicodedata.normalize("NFKC", text)[:_LONGEST_TEXT].casefold()  # one sign can stand for eighteen letters
    split = unicodedata.normalize("NFKD", _WRONG.sub("wrong", _LAUGHTER.sub(" haha ", lowered)))
    kept = (c for c in split if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    digits_made_one = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in kept)
    return _APOSTROPHES.sub("", digits_made_one).replace(_TATWEEL, "")


def _sentences(plain: str) -> list[Sentence]:
    found: list[Sentence] = []
    words: list[str] = []
    starts = 0
    for piece in _PIECE.findall(plain):
        if piece in _SENTENCE_ENDS and len(found) < _MOST_SENTENCES:
            if words:
                found.append(Sentence(tuple(words), starts))
            words, starts = [], 0
        elif piece[0].isalnum():
            words.append(piece)
        else:
            starts |= 1 << len(words)
    if words:
        found.append(Sentence(tuple(words), starts))
    return found
