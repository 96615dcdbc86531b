"""A visitor's words as the rest of Lyhty may take them: readable characters only, and not too many of them."""

import unicodedata

from api.visitor.messages.errors import TextEmpty, TextTooLong

MAX_CHARACTERS = 2000
_KEPT = {"\n", "\t"}
# Controls (Cc) and lone halves of characters (Cs) are no writing. Of the format characters (Cf), joiners are part of
# Persian, Hindi and emoji, while those that turn the direction of what follows could make a text look like another.
_DROPPED = {"Cc", "Cs"}
_TURNING = {"\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"}


def readable(text: str) -> str:
    """The text with line ends made one, without control characters, and without blanks around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(filter(_is_kept, lines)).strip()


def check(words: str) -> None:
    """Refuse what is no message.

    Raises:
        TextEmpty: nothing readable is left.
        TextTooLong: more than 2,000 characters.
    """
    if not words:
        raise TextEmpty
    if len(words) > MAX_CHARACTERS:
        raise TextTooLong(most=MAX_CHARACTERS)


def _is_kept(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character in _KEPT
    return character not in _TURNING and unicodedata.category(character) not in _DROPPED
