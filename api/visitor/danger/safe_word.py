"""The safe word: typed alone, it brings the emergency and contact card at any moment.

It is short enough to type with one hand, and works in every language whatever language the page is in.
"""

import unicodedata

_LONGEST = 200  # characters; a longer message is no word
_SAFE_WORDS = frozenset({"apua", "help"})


def is_safe_word(text: str) -> bool:
    """Whether the message is the safe word and nothing else.

    Case, spaces, punctuation, full-width letters, emoji and letters held down ("HELPPPP!!!") make no difference.
    """
    if len(text) > _LONGEST:
        return False
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    letters = "".join(c for c in plain if c.isalpha())
    return _without_repeats(letters) in _SAFE_WORDS


def _without_repeats(letters: str) -> str:
    return "".join(c for place, c in enumerate(letters) if c != letters[place - 1] or place == 0)
