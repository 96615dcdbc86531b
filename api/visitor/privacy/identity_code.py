"""Finnish personal identity codes (henkilötunnus): birth date, century sign, individual number, check character.

Century signs since 2023 are + (1800s), - Y X W V U (1900s) and A B C D E F (2000s); the check character is the
remainder of the nine digits by 31 (dvv.fi, "Personal identity code"). A code that fails the check is masked too: a
mistyped one is as personal as a right one, and nothing else looks like it.
"""

import re
from collections.abc import Iterator

from api.visitor.privacy.reading import Found

_CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SPACE = r"[ .]?"
_CODE = re.compile(
    rf"(?<!\w)(?P<day>\d\d){_SPACE}(?P<month>\d\d){_SPACE}(?P<year>\d\d)"
    r" ?(?P<sign>[-+–−‐‑A-FU-Y]?) ?(?P<number>\d{3}) ?(?P<check>[0-9A-FHJ-NPR-Y])(?!\w)",
    re.IGNORECASE,
)


def find_identity_codes(text: str) -> Iterator[Found]:
    """Codes in any case and with spaces; without a century sign only when the check character is right."""
    for match in _CODE.finditer(text):
        if _can_be_a_date(match) and (match["sign"] or has_right_check(match)):
            yield Found("identity-code", *match.span())


def has_right_check(match: re.Match[str]) -> bool:
    """Whether the check character of a code fits its digits."""
    digits = int(match["day"] + match["month"] + match["year"] + match["number"])
    return _CHECK_CHARACTERS[digits % 31] == match["check"].upper()


def _can_be_a_date(match: re.Match[str]) -> bool:
    return 1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12
