"""E-mail addresses."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    "address",
    [
        "maria@example.com",
        "maria.virtanen+x@mail.example.fi",
        "MARIA@EXAMPLE.COM",
        "maria_77@example.co.uk",
        "märía@exämple.fi",
        "maria @ example.com",
        "maria(at)example.com",
        "maria (at) example.com",
        "maria [at] example [dot] com",
        "maria (ät) example.fi",
        "maria at gmail.com",
        "maria at gmail dot com",
        "maria ät hotmail piste com",
        "maria@ｅxample.com",
        "maria\u200b@example.com",
        "a@b.c",
    ],
)
def test_is_masked_however_it_is_written(address: str) -> None:
    assert mask(f"osoite: {address}, kiitos").text == "osoite: [email], kiitos"


def test_two_in_a_row() -> None:
    assert mask("a@example.com b@example.com").text == "[email] [email]"


@pytest.mark.parametrize(
    "text", ["I work at hotel.fi", "olen töissä @ ravintola", "a @ b", "@", "maria@", "meet me at 5", "it is at home"]
)
def test_what_is_none(text: str) -> None:
    assert "email" not in mask(text).kinds


def test_the_full_stop_behind_stays() -> None:
    assert mask("Write to maria@example.com.").text == "Write to [email]."


def test_very_long_names_are_masked_up_to_the_limit() -> None:
    assert "@" not in mask("a" * 300 + "@example.com").text
