"""The product's own services, cards and page, held to what was found out and promised (promises P4 and P6)."""

import re

import pytest

from content.library import Library
from content.rendering import to_html, to_text
from content.schema import CARDS, DANGER_CARDS, Service
from tests.content.conftest import REAL_CONTENT

LANGUAGES = ("fi", "en")
SERVICES = [
    "assistance-system", "caritas", "children-phone", "deaconess", "emergency", "fair-labour", "global-clinic",
    "hivpoint", "infofinland", "iom", "legal-aid", "medical-helpline", "mieli", "migri", "monika",
    "non-discrimination", "nollalinja", "nuorten-exit", "police", "pro-tukipiste", "red-cross-undocumented",
    "refugee-advice", "riku", "riku-trafficking", "sak", "sekasin", "seri", "shelters", "sopu", "state-treasury",
    "tukinainen", "womens-line", "work-safety", "mona-shelter", "red-cross-mosaiikki", "helsinki-undocumented",
    "aurala", "sos-crisis-centre", "pam",
]  # fmt: skip
SURE = {  # numbers that official pages agree on (tier A)
    "emergency": ["112"],
    "assistance-system": ["+358295463177"],
    "nollalinja": ["080005005", "116016"],
    "children-phone": ["116111"],
    "medical-helpline": ["116117"],
}
NOT_VERIFIED = [
    "caritas", "deaconess", "fair-labour", "hivpoint", "infofinland", "iom", "migri", "monika", "pro-tukipiste",
    "refugee-advice", "riku-trafficking", "sak", "sekasin", "womens-line",
    "mona-shelter", "red-cross-mosaiikki", "helsinki-undocumented", "aurala", "pam",
]  # fmt: skip
DIALLED = re.compile(r'href="tel:([^"]*)"')
ADDRESSES = re.compile(r'href="((?:https|mailto):[^"]*)"')


def services(real: Library) -> list[Service]:
    return [real.service(service_id) for service_id in real.service_ids]


def test_all_services_are_there(real: Library) -> None:
    assert sorted(real.service_ids) == sorted(SERVICES)


@pytest.mark.parametrize("service_id", SURE)
def test_the_sure_numbers_are_right(real: Library, service_id: str) -> None:
    service = real.service(service_id)
    assert service.tier == "A"
    assert [phone.tel for phone in service.phones] == SURE[service_id]


@pytest.mark.parametrize("service_id", NOT_VERIFIED)
def test_what_was_not_verified_shows_a_name_and_an_address_only(real: Library, service_id: str) -> None:
    service = real.service(service_id)
    assert service.tier == "C"
    assert not (service.phones or service.email or service.hours or service.languages)


def test_no_number_that_nobody_saw_is_shown(real: Library) -> None:
    unseen = ["0295419600", "+358295419600", "0800414004", "080005058", "080002400", "+358406641707", "0800161177"]
    assert not {phone.tel for service in services(real) for phone in service.phones} & set(unseen)


def test_free_calls_are_those_to_112_116_and_080(real: Library) -> None:
    for service in services(real):
        for phone in service.phones:
            free = phone.tel == "112" or phone.tel.startswith(("116", "080"))
            assert phone.cost == ("free" if free else "normal"), service.id


def test_a_call_shows_on_no_bill_only_where_that_was_read(real: Library) -> None:
    hidden = {service.id for service in services(real) for phone in service.phones if phone.on_bill == "no"}
    assert hidden == {"nollalinja", "children-phone"}


def test_the_assistance_system_says_that_it_is_inside_the_immigration_service(real: Library) -> None:
    service = real.service("assistance-system")
    assert service.kind == "authority"
    assert "Maahanmuuttovirasto" in service.what.in_language("fi")
    assert "Immigration Service" in service.what.in_language("en")


def test_hours_that_are_not_sure_send_to_the_site(real: Library) -> None:
    for service in services(real):
        if service.tier == "B" and service.hours and service.id != "shelters":
            assert "sivulta" in service.hours.in_language("fi"), service.id
            assert "site" in service.hours.in_language("en"), service.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_and_address_in_every_text_stands_in_the_file_of_services(real: Library, language: str) -> None:
    numbers = {phone.tel for service in services(real) for phone in service.phones}
    addresses = {f"mailto:{service.email}" for service in services(real)}
    addresses |= {address for service in services(real) if service.web for address in service.web.root.values()}
    texts = [real.topic(topic_id, language).body for topic_id in real.topic_ids]
    texts += [real.card(name, language).text for name in CARDS]
    html = "".join(to_html(text, real, language) for text in texts)
    assert set(DIALLED.findall(html)) <= numbers
    assert set(ADDRESSES.findall(html)) <= addresses
    assert len(DIALLED.findall(html)) > 50


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DANGER_CARDS)
def test_a_danger_card_gives_112_then_one_more_number_and_what_lyhty_cannot_do(
    real: Library, name: str, language: str
) -> None:
    card = real.card(name, language)
    dialled = DIALLED.findall(to_html(card.text, real, language))
    assert dialled[0] == "112"
    assert set(dialled) - {"112"}
    cannot = {"fi": "Lyhty ei voi lähettää apua eikä ilmoittaa", "en": "Lyhty cannot send help and cannot report"}
    text = (
        to_text(card.text, real, language)
        .replace("Lyhty on ohjelma. Se", "Lyhty")
        .replace("program. It", "program. Lyhty")
    )
    assert cannot[language] in text
    assert card.services[0] == "emergency"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_for_children_says_who_must_tell_before_anything_is_asked(real: Library, language: str) -> None:
    text = to_text(real.card("under-18", language).text, real, language)
    duty, first_helper = {"fi": ("lastensuojelulle", "116 111"), "en": ("child welfare", "116 111")}[language]
    assert text.index("112") < text.index(duty) < text.index(first_helper)
    assert "?" not in text[: text.index(duty)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["unsure-again", "out-of-scope-again", "bot-unavailable", "storage-unavailable", "human", "safe-word"]
)
def test_where_lyhty_does_not_help_people_are_named(real: Library, name: str, language: str) -> None:
    card = real.card(name, language)
    kinds = {real.service(service_id).kind for service_id in card.services}
    assert kinds == {"authority", "independent"}
    assert any(real.service(service_id).phones for service_id in card.services)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_of_both_languages_call_the_same_numbers(real: Library, language: str) -> None:
    for name in CARDS:
        other = real.card(name, "fi")
        card = real.card(name, language)
        assert card.services == other.services
        assert DIALLED.findall(to_html(card.text, real, language)) == DIALLED.findall(to_html(other.text, real, "fi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_says_what_it_must(real: Library, language: str) -> None:
    expected = {
        "fi": ("ohjelma, ei ihminen", "Kukaan ei kysy nimeäsi", "ei ole lupaa", "historia"),
        "en": ("a program, not a person", "Nobody asks your name", "no permit", "history"),
    }
    said = " ".join(real.texts(language, "first").values())
    for words in expected[language]:
        assert words in said
    assert len(real.situations(language)) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_title_does_not_show_the_subject(real: Library, language: str) -> None:
    assert real.text(language, "title") == "Lyhty"


@pytest.mark.parametrize(
    "kind", ["identity-code", "phone", "email", "bank-account", "document", "address", "name", "plate", "handle"]
)
def test_each_kind_of_personal_data_has_a_name(real: Library, kind: str) -> None:
    for language in LANGUAGES:
        assert real.text(language, f"masked.kinds.{kind}")


def test_errors_say_what_happened_and_what_to_do(real: Library) -> None:
    for language in LANGUAGES:
        for key, sentence in real.texts(language, "error").items():
            assert sentence.count(".") >= 2, (language, key)


def test_no_text_of_ours_names_a_number_outside_placeholders() -> None:
    for file in ("fi/cards.yml", "en/cards.yml", "fi/interface.yml", "en/interface.yml"):
        lines = (REAL_CONTENT / file).read_text(encoding="utf-8").splitlines()
        written = [line for line in lines if not line.startswith("#") and re.search(r"\d{3}", line)]
        assert written == [], file
