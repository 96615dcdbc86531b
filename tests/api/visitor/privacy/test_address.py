"""Street addresses."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    "address",
    [
        "Mannerheimintie 5",
        "mannerheimintie 5",
        "Mannerheimintie 5 A 12",
        "Mannerheimintie 5 A",
        "Mannerheimintie 5-7",
        "Mannerheimintie 5 A 12, 00100 Helsinki",
        "Mannerheimintie 5, Helsinki",
        "Mannerheimintie 5 Tampere",
        "Kirkkokatu 12b",
        "Pitkäkuja 3 as 4",
        "Metsäpolku 7",
        "Kalliorinne 2",
        "Koivukaari 14",
        "Satamaraitti 1",
        "Vanhatori 2",
        "Koivulehto 5",
        "Storgatan 5",
        "Kyrkovägen 12",
        "12 Long Street",
        "221B Baker Street",
        "12 baker street",
        "Long Road 12",
        "00100 Helsinki",
        "33100 tampere",
    ],
)
def test_addresses_are_masked_whole(address: str) -> None:
    assert mask(f"asun tässä: {address}. Pelkään").text == "asun tässä: [address]. Pelkään"


@pytest.mark.parametrize("text", ["asun Kirkkokadulla 5", "asunto on Metsätiellä 12", "tule Pitkäkujalle 3"])
def test_in_the_cases_of_living_somewhere(text: str) -> None:
    assert mask(text).kinds == ["address"]
    assert not any(character.isdigit() for character in mask(text).text)


def test_a_proper_street_without_a_number() -> None:
    assert mask("asun Aleksanterinkadulla yksin").text == "asun [address] yksin"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("osoite on Kontula 3 C ja pelkään", "osoite on [address] ja pelkään"),
        ("my address is 5 Oak Hill, floor 2", "my address is [address]"),
    ],
)
def test_what_follows_my_address_is(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "olen kadulla",
        "tie on pitkä",
        "valtatie 4",
        "we were 5 people on the road",
        "5 women on the street",
        "he left 2 weeks ago",
        "katu",
        "ranta 5",
        "52 a § ja 3 momentti",
        "10000 Euroa",
        "osoite ei ole tiedossa",
    ],
)
def test_what_is_none(text: str) -> None:
    assert "address" not in mask(text).kinds
