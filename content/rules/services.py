"""services.yml: what may be shown of an organisation, and numbers that can be dialled as they are read."""

import re
from collections.abc import Iterator

from content.problems import Problem
from content.reading import SERVICES, Content
from content.schema import Phone, Service

_COUNTRY = "+358"
_ONLY_FROM_TIER_B = ("phones", "email", "hours", "languages")


def problems(content: Content) -> Iterator[Problem]:
    """What is wrong with the services, beyond the form of their fields."""
    for service in content.services.values():
        yield from _tier(content, service)
        for number, phone in enumerate(service.phones):
            if _digits(phone.number) != _digits(phone.tel):
                line = content.service_file.line((service.id, "phones", number)) if content.service_file else 1
                reason = f"'{service.id}' shows {phone.number} but dials {phone.tel}."
                yield Problem(SERVICES, line, reason, "Write the same number in 'number' and 'tel'.")
        yield from _several_numbers(content, service)


def _tier(content: Content, service: Service) -> Iterator[Problem]:
    for name in _ONLY_FROM_TIER_B if service.tier == "C" else ():
        if getattr(service, name):
            line = content.service_file.line((service.id, name)) if content.service_file else 1
            reason = f"'{service.id}' is of tier C (not verified), so '{name}' may not be shown."
            yield Problem(SERVICES, line, reason, "Verify it and set the tier to B, or take the field away.")


def _several_numbers(content: Content, service: Service) -> Iterator[Problem]:
    labels = [phone.label.root["en"] if phone.label else None for phone in service.phones]
    if any(labels) and not _all_different(service.phones, labels):
        line = content.service_file.line((service.id, "phones")) if content.service_file else 1
        reason = f"Some numbers of '{service.id}' do not say what they are for."
        yield Problem(SERVICES, line, reason, "Give each number a 'label' of its own.")


def _all_different(phones: tuple[Phone, ...], labels: list[str | None]) -> bool:
    return None not in labels and len(set(labels)) == len(phones)


def _digits(number: str) -> str:
    bare = re.sub(r"[^\d+]", "", number)
    return "0" + bare.removeprefix(_COUNTRY) if bare.startswith(_COUNTRY) else bare
