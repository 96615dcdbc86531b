"""Names of people."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Nimeni on Maria Virtanen.", "Nimeni on [name]."),
        ("nimeni on maria", "nimeni on [name]"),
        ("mun nimi on zorka ja pelkään", "mun nimi on [name] ja pelkään"),
        ("my name is Somchai and I am from Thailand", "my name is [name] and I am from Thailand"),
        ("name: zorka", "name: [name]"),
        ("her name is Nguyen Thi Lan", "her name is [name]"),
        ("MY NAME IS MARIA", "MY NAME IS [name]"),
        ("Mr Zorkan took my passport", "Mr [name] took my passport"),
        ("herra Koskinen uhkaa", "herra [name] uhkaa"),
        ("olen Zorka", "olen [name]"),
        ("I'm Maria", "I'm [name]"),
        ("poikaystäväni Igor Petrov hakkaa", "poikaystäväni [name] hakkaa"),
        ("my boss is mikhail and he", "my boss is [name] and he"),
        ("my friend Zorka needs help", "my friend [name] needs help"),
        ("he is called Zorkan", "he is called [name]"),
        ("Pekka löi minua", "[name] löi minua"),
        ("kerroin Pekalle ja Marian äidille", "kerroin [name] ja [name] äidille"),
        ("maria otti passin", "[name] otti passin"),
        ("se oli Toivo, naapuri", "se oli [name], naapuri"),
        ("minulta vei rahat Zorkan eilen", "minulta vei rahat [name] eilen"),
        ("terveisin Zorka", "terveisin [name]"),
        ("Abdi bin Omar on pomo", "[name] on pomo"),
    ],
)
def test_names_with_their_surnames(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "I am Nigerian",
        "I'm Finnish",
        "olen Suomessa",
        "olen Ukrainasta ja asun Helsingissä",
        "My name is on the contract",
        "my name is not important",
        "my name is written wrong",
        "nimeni on väärin sopimuksessa",
        "nimeni on listalla",
        "Call me back please",
        "Mikä on harkinta-aika?",
        "Mika on oleskelulupa",
        "Pian pitää lähteä",
        "Anna minulle apua",
        "Lisaa tietoa, kiitos",
        "Toivo on mennyt",
        "Elin siellä kaksi vuotta",
        "RIKU auttoi minua",
        "Soitin Migriin ja Kelaan",
        "Victim Support Finland helped",
        "can the Immigration Service see this",
        "I work for Wolt and Uber",
        "puhun Thaita ja Arabiaa",
        "on Monday in January",
        "HE VEIVÄT PASSINI",
        "They Took My Passport And My Phone Today",
        "hän on Venäjän kansalainen",
        "I AM SCARED",
        "Is my boss Finnish",
    ],
)
def test_what_is_none(text: str) -> None:
    assert mask(text).spans == []
