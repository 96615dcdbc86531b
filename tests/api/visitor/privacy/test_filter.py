"""The filter as a whole."""

from pathlib import Path

import pytest
import yaml

from api.visitor.privacy import PLACEHOLDERS, Found, dialled_numbers, mask

_CONTENT = Path(__file__).parents[4] / "content"
_MOST_FALSE = 0.01  # share of lines of the answers


def test_a_message_without_anything_personal_stays_as_it_is() -> None:
    masked = mask("They keep my passport. Can I stay in Finland?")
    assert masked.text == "They keep my passport. Can I stay in Finland?"
    assert masked.kinds == []
    assert masked.spans == []


def test_several_kinds_are_named_once_each_in_order() -> None:
    text = "olen Zorka, 040 123 4567 tai 050 123 4567, zorka@example.com"
    masked = mask(text)
    assert masked.text == "olen [name], [phone] tai [phone], [email]"
    assert masked.kinds == ["name", "phone", "email"]


def test_the_spans_say_what_stood_where_in_the_message_as_typed() -> None:
    text = "soita ０４０\u200b1234567 tai zorka@example.com"
    masked = mask(text)
    assert [(found.kind, text[found.start : found.end]) for found in masked.spans] == [
        ("phone", "０４０\u200b1234567"),
        ("email", "zorka@example.com"),
    ]


def test_a_trusted_kind_wins_over_one_that_overlaps() -> None:
    assert mask("010594-9032").kinds == ["identity-code"]
    assert mask("FI21 1234 5600 0007 85").kinds == ["bank-account"]
    assert mask("passi 0401234567").kinds == ["document"]


def test_what_stands_beside_something_masked_is_read_again() -> None:
    masked = mask("040 123 4567 050 123 4567 ja puh 1234567")
    assert not any(character.isdigit() for character in masked.text)


@pytest.mark.parametrize("placeholder", PLACEHOLDERS.values())
def test_a_placeholder_stays(placeholder: str) -> None:
    assert mask(f"my name is {placeholder} and {placeholder}").text == f"my name is {placeholder} and {placeholder}"


def test_the_sentence_can_still_be_understood() -> None:
    text = "Pomoni Zorkan (040 123 4567) vei passini FP1234567, asun Kirkkokatu 5 A"
    assert mask(text).text == "Pomoni [name] ([phone]) vei passini [document], asun [address]"


def test_spans_are_plain_facts() -> None:
    assert mask("a@b.fi").spans == [Found("email", 0, 6)]


def test_the_answers_of_the_library_hold_nothing_personal() -> None:
    services = yaml.safe_load((_CONTENT / "services.yml").read_text(encoding="utf-8"))
    help_numbers = dialled_numbers(phone["tel"] for service in services.values() for phone in service.get("phones", []))
    bodies = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in sorted(_CONTENT.glob("*/*/*.md"))]
    lines = [line for body in bodies for line in body.splitlines() if line.strip()]
    false = [line for line in lines if mask(line, help_numbers).spans]
    assert len(false) <= _MOST_FALSE * len(lines)


def test_no_number_of_a_helping_organisation_is_masked() -> None:
    services = yaml.safe_load((_CONTENT / "services.yml").read_text(encoding="utf-8"))
    phones = [phone for service in services.values() for phone in service.get("phones", [])]
    help_numbers = dialled_numbers(phone["tel"] for phone in phones)
    assert phones
    for phone in phones:
        assert mask(f"soita {phone['number']} heti", help_numbers).spans == []
