"""Names in messaging services."""

import pytest

from api.visitor.privacy import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("olen @maria77", "olen [handle]"),
        ("write @maria.k now", "write [handle] now"),
        ("telegram id on maria_77", "telegram id on [handle]"),
        ("my telegram username is zorkan", "my telegram username is [handle]"),
        ("snap: tytto99", "snap: [handle]"),
        ("instassa nimellä maria_k", "instassa nimellä [handle]"),
        ("find me on instagram maria.k77", "find me on instagram [handle]"),
        ("whatsapp nick zorkan", "whatsapp nick [handle]"),
    ],
)
def test_handles(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "whatsapp is free",
        "he reads my telegram",
        "was her name known",
        "voinko laittaa viestin whatsappissa",
        "facebook account was taken",
        "can I call on signal",
        "kuvat ovat snapissa",
        "@ kaksi",
    ],
)
def test_what_is_none(text: str) -> None:
    assert "handle" not in mask(text).kinds
