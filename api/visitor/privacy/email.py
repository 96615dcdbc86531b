"""E-mail addresses, also with "(at)" and "dot" written out.

Each sign that can stand for @ is found first and then looked at on both sides for a bounded length: a pattern that
begins with "any letters" would read a long word again from each of its letters.
"""

import re
from collections.abc import Iterator

from api.visitor.privacy.reading import Found

_LONGEST_NAME = 64  # characters before the sign (RFC 5321, 4.5.3.1.1)
_LONGEST_DOMAIN = 255
_SIGN = re.compile(r"@|\s@\s|\s?[(\[{<]\s?(?:at|ät|miuku|@)\s?[)\]}>]\s?|\s(?:at|ät|miuku)\s", re.IGNORECASE)
_NAME = re.compile(r"[\w.+%&'*/=?^{|}~!#$-]*[\w+%-]$")
_DOT = r"(?:\.|\s?[(\[{]\s?(?:dot|piste|\.)\s?[)\]}]\s?|\s(?:dot|piste)\s)"
_DOMAIN = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,4}}", re.IGNORECASE)
# With "at" as a plain word the domain must be that of a mail provider, or have its dot written out:
# "I work at hotel.fi" is no address.
_SURELY_MAIL = re.compile(
    r"\b(?:gmail|hotmail|outlook|yahoo|icloud|proton|protonmail|live|luukku|suomi24|mail|yandex|ukr|gmx|email)\b|\s(?:dot|piste)\s",
    re.IGNORECASE,
)


def find_emails(text: str) -> Iterator[Found]:
    """E-mail addresses; something like "maria@gmail" without an ending counts when a provider is named."""
    for sign in _SIGN.finditer(text):
        name = _NAME.search(text[max(0, sign.start() - _LONGEST_NAME) : sign.start()])
        domain = _DOMAIN.match(text[sign.end() : sign.end() + _LONGEST_DOMAIN])
        plain_word = sign[0].strip().lower() in ("at", "ät", "miuku")
        if name is None or domain is None or (plain_word and not _SURELY_MAIL.search(domain[0])):
            continue
        yield Found("email", sign.start() - len(name[0]), sign.end() + domain.end())
