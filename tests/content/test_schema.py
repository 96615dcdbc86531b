"""What the models take and refuse; the words of the refusals are tested with the files they come from."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from content.schema import CARDS, Phone, Service, Source, Topic, Web, Words

PHONE = {"number": "116 006", "tel": "116006", "cost": "free", "on_bill": "no"}
SERVICE: dict[str, Any] = {
    "id": "riku",
    "kind": "independent",
    "name": {"fi": "Rikosuhripäivystys", "en": "Victim Support"},
    "what": {"fi": "Tukea.", "en": "Support."},
    "anonymous": "yes",
    "region": {"fi": "Suomi", "en": "Finland"},
    "tier": "A",
    "checked": "2024",
}
TOPIC: dict[str, Any] = {
    "id": "safety/threats",
    "title": "Threats",
    "questions": ["they threaten me"],
    "sources": [{"title": "Act", "url": "https://www.finlex.fi", "checked": "undated"}],
    "services": ["riku"],
    "related": [],
    "reviewed": {"date": "2026-11-20", "role": "editor"},
    "review_by": "2027-05-20",
    "status": "draft",
    "language": "en",
    "body": "Text.",
}


def test_a_topic_has_real_dates() -> None:
    topic = Topic.model_validate(TOPIC)
    assert topic.reviewed.date == date(2026, 11, 20)
    assert topic.review_by == date(2027, 5, 20)


def test_a_topic_is_overdue_the_day_after_it_should_have_been_reviewed() -> None:
    topic = Topic.model_validate(TOPIC)
    assert not topic.overdue(date(2027, 5, 20))
    assert topic.overdue(date(2027, 5, 21))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "threats"),
        ("id", "Safety/threats"),
        ("id", "safety/threats/more"),
        ("title", "   "),
        ("sources", []),
        ("review_by", "2027-02-30"),
        ("review_by", "soon"),
        ("status", "finished"),
        ("related", "safety/other"),
        ("reviewed", "yesterday"),
    ],
)
def test_a_topic_with_a_wrong_field_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError):
        Topic.model_validate({**TOPIC, field: value})


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError):
        Topic.model_validate({**TOPIC, "titel": "Threats"})
    with pytest.raises(ValidationError):
        Phone.model_validate({**PHONE, "price": "free"})


def test_what_a_service_leaves_out_is_not_known() -> None:
    service = Service.model_validate(SERVICE)
    assert service.phones == ()
    assert (service.email, service.web, service.hours, service.languages) == (None, None, None, None)


def test_a_call_is_always_in_the_list_of_calls_unless_said_otherwise() -> None:
    assert Phone.model_validate(PHONE).on_call_log == "yes"


@pytest.mark.parametrize("tel", ["116 006", "tel:116006", "++116006", "call", ""])
def test_a_number_that_cannot_be_dialled_is_refused(tel: str) -> None:
    with pytest.raises(ValidationError):
        Phone.model_validate({**PHONE, "tel": tel})


@pytest.mark.parametrize(
    "url", ["http://www.finlex.fi", "www.finlex.fi", "javascript:alert(1)", "https://", "https:// x.fi"]
)
def test_a_source_has_an_https_address(url: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"title": "Act", "url": url, "checked": "2025"})


@pytest.mark.parametrize("checked", ["2025-02-21", "2025-02", "2025", "undated"])
def test_a_source_may_be_dated_as_exactly_as_is_known(checked: str) -> None:
    source = Source.model_validate({"title": "Act", "url": "https://www.finlex.fi/fi", "checked": checked})
    assert source.checked == checked


@pytest.mark.parametrize("checked", ["2025-13", "21.2.2025", "25", "", "2025-02-40"])
def test_a_source_dated_otherwise_is_refused(checked: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"title": "Act", "url": "https://www.finlex.fi/fi", "checked": checked})


def test_words_exist_in_finnish_and_english_and_fall_back_to_english() -> None:
    words = Words.model_validate({"fi": "Apu", "en": "Help", "sv": "Hjälp"})
    assert [words.in_language(language) for language in ("fi", "sv", "ar")] == ["Apu", "Hjälp", "Help"]
    with pytest.raises(ValidationError):
        Words.model_validate({"fi": "Apu"})


def test_a_text_with_a_comma_that_was_not_quoted_is_no_language() -> None:
    with pytest.raises(ValidationError):
        Words.model_validate({"fi": "Joka päivä", "en": "Every day", "day and night": "x"})


def test_a_service_with_pages_in_one_language_shows_these_to_everybody() -> None:
    web = Web.model_validate({"fi": "https://www.riku.fi"})
    assert web.in_language("fi") == web.in_language("en") == web.in_language("ar") == "https://www.riku.fi"


def test_every_card_has_a_name_of_its_own() -> None:
    assert len(set(CARDS)) == len(CARDS)
