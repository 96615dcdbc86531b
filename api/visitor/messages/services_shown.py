"""A helping organisation as a visitor sees it: in one language, with what a watched person must know before calling."""

from api.visitor.messages.schemas import PhoneShown, ServiceShown
from content.schema import Phone, Service, Words


def service_shown(service: Service, language: str) -> ServiceShown:
    """The service in `language`; its facts are written in Finnish and English, English stands in for others."""
    return ServiceShown(
        id=service.id,
        kind=service.kind,
        name=service.name.in_language(language),
        what=service.what.in_language(language),
        phones=[_phone_shown(phone, language) for phone in service.phones],
        email=service.email,
        web=service.web.in_language(language) if service.web else None,
        hours=_words(service.hours, language),
        languages=_words(service.languages, language),
        anonymous=service.anonymous,
        region=_words(service.region, language),
        checked=service.checked,
    )


def _phone_shown(phone: Phone, language: str) -> PhoneShown:
    return PhoneShown(
        number=phone.number,
        tel=phone.tel,
        cost=phone.cost,
        on_bill=phone.on_bill,
        on_call_log=phone.on_call_log,
        label=_words(phone.label, language),
    )


def _words(words: Words | None, language: str) -> str | None:
    return words.in_language(language) if words else None
