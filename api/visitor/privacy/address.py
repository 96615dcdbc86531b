"""Street addresses, with what follows them: house, flat, postcode and town."""

import re
from collections.abc import Iterator
from pathlib import Path

from api.visitor.privacy.cues import any_of
from api.visitor.privacy.reading import Found

_TOWN = f"(?:{'|'.join(Path(__file__).with_name('towns.txt').read_text(encoding='utf-8').split())})" + r"\w{0,8}"
_ROAD = any_of("road")
_FLAT = r"(?:\s?[A-Za-z](?![A-Za-zÅÄÖåäö]))?(?:\s(?:as\.?|asunto|krs|lh)?\s?\d{1,4}(?!\w))?"
_HOUSE = rf"\d{{1,4}}(?:\s?-\s?\d{{1,4}})?{_FLAT}(?!\w)"
_AND_TOWN = rf"(?:\s?,?\s?\d{{5}}(?!\d))?(?:\s?,?\s{_TOWN})?"
_SMALL_STREET_NAME = rf"(?!{any_of('no_street_name')}\b)[a-zåäö]{{4,15}}\s"
_PATTERNS = (
    # Mannerheimintie 5 A 12, 00100 Helsinki
    re.compile(
        rf"(?<![\w-])(?!valta|moottori|kanta)[A-ZÅÄÖa-zåäö-]{{2,30}}?{any_of('street_end')}\s?,?\s{{1,2}}{_HOUSE}{_AND_TOWN}",
        re.IGNORECASE,
    ),
    # Koivulehto 5
    re.compile(
        rf"(?<![\w-])[A-ZÅÄÖ][a-zåäö-]{{2,24}}?{any_of('street_end_of_a_name')}(?:n|lla|llä|ssa|ssä|lta|ltä)?\s{_HOUSE}{_AND_TOWN}"
    ),
    # 12 Long Street, 12 baker street
    re.compile(
        rf"(?<![\w.,-])\d{{1,4}}[A-Za-z]?,?\s(?:(?:[A-ZÅÄÖ][\w'’-]{{1,20}}\s){{1,3}}?|{_SMALL_STREET_NAME}){_ROAD}\b{_AND_TOWN}"
    ),
    # Long Street 12
    re.compile(rf"(?<!\w)(?:[A-ZÅÄÖ][\w'’-]{{1,20}}\s){{1,3}}{_ROAD}\s?{_HOUSE}{_AND_TOWN}"),
    # 00100 Helsinki
    re.compile(rf"(?<![\w.,-])\d{{5}},?\s{_TOWN}", re.IGNORECASE),
    # A proper name of a street without a number still says where somebody is.
    re.compile(
        r"(?<![\w-])[A-ZÅÄÖ][a-zåäö-]{3,24}(?:katu|kadun|kadulla|kadulta|kadulle|kuja|kujalla|polku|polulla)(?!\w)"
    ),
)
# "my address is …": what follows, as far as the sentence or an "and" goes, when there is a number in it.
_SAID = re.compile(
    rf"\b{any_of('living_at')}\s?:?\s(?=[^\n.;!?\ufffc]{{0,50}}\d)"
    r"(?P<place>(?:(?!\s(?:ja|and|mutta|but|jossa|where)\s)[^\n.;!?\ufffc]){3,60})",
    re.IGNORECASE,
)
_WEB = re.compile(r"https?:|www|@", re.IGNORECASE)


def find_addresses(text: str) -> Iterator[Found]:
    """Addresses in Finnish, Swedish and English form, and what follows "my address is"."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield Found("address", *match.span())
    for said in _SAID.finditer(text):
        if not _WEB.search(said["place"]):
            start = said.start("place")
            yield Found("address", start, start + len(said["place"].rstrip(" ,")))
