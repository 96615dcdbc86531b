"""Numbers and addresses written by hand are found; dates, sections of law, times and ages are not taken for them."""

import pytest

from content.contact_details import find


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Call 112 now.", "phone number"),
        ("Soita 1-1-2.", "phone number"),
        ("Call 116 006.", "phone number"),
        ("Call 116006.", "phone number"),
        ("Call 080 005 005.", "phone number"),
        ("Call 0800-05058.", "phone number"),
        ("Call +358 29 546 3177.", "phone number"),
        ("Call (09) 2525 0111.", "phone number"),
        ("Call 09.2525.0111", "phone number"),
        ("Numero on 040\u00a0621\u00a00706.", "phone number"),
        ("اتصل ١١٢", "phone number"),
        ("Write to help@riku.fi.", "e-mail address"),
        ("Kirjoita ihmiskauppa.auttamisjarjestelma@migri.fi", "e-mail address"),
        ("See https://www.riku.fi/en for more.", "web address"),
        ("See www.riku.fi.", "web address"),
        ("Katso Migri.fi-sivulta.", "web address"),
        ("See pro-tukipiste.example.org", "web address"),
    ],
)
def test_finds_what_was_written_by_hand(text: str, kind: str) -> None:
    assert [found.kind for found in find(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Call {phone:emergency} or write to {email:riku}, see {web:riku}.",
        "Since 1.1.2023 and on 24.11.2026.",
        "Checked on 2025-02-21, in 2025-02.",
        "Act 301/2004, 52 b–52 c §, 81 a.5 § and 148.1(6) §.",
        "RL 25:3 and 15:10.",
        "A study of 2018–2020.",
        "From 30 days to 6 months, at most 12.",
        "Under 18, over 16, 12–29 years.",
        "Open 8–16.15 and 9.00–15.00, 24/7.",
        "At most 2,000 characters, 2 000 merkkiä.",
        "In 4 days, at the latest in 3 years or 10 years.",
        "Sano se. Se auttaa.",
        "Loppu.Uusi alku ilman väliä.",
        "",
    ],
)
def test_leaves_dates_laws_times_and_ages_alone(text: str) -> None:
    assert list(find(text)) == []


def test_finds_each_of_several() -> None:
    found = list(find("Call 112, or 116 006, or mail a@b.fi."))
    assert sorted(each.kind for each in found) == ["e-mail address", "phone number", "phone number"]


def test_an_email_address_is_not_a_web_address_as_well() -> None:
    assert [found.text for found in find("help@riku.fi")] == ["help@riku.fi"]
