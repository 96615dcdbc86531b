"""`{phone:nollalinja}` and its like: how a text points at a number instead of repeating it.

A number that is written once can be corrected once, and no text can show one that nobody checked (promise P4).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, cast
from urllib.parse import urlsplit

from content.schema import Service, Topic

IN_BRACES = re.compile(r"\{([^{}]*)\}")
_KNOWN = re.compile(r"(phone|name|web|email|hours):([a-z0-9-]+)(?:\.(\d+))?|(topic):([a-z0-9/-]+)")

Kind = Literal["phone", "name", "web", "email", "hours", "topic"]


class PlaceholderUnknown(ValueError):
    """The braces hold nothing that Lyhty knows, or point at something that is not there; the text says what to do."""


class Directory(Protocol):
    """Where placeholders find what they stand for."""

    def service(self, service_id: str) -> Service:
        """The service with this id; raises `ServiceUnknown`."""

    def topic(self, topic_id: str, language: str) -> Topic:
        """The topic with this id; raises `TopicUnknown`."""


@dataclass(frozen=True)
class Placeholder:
    """What stands between braces: the kind of thing, whose, and which one of several (phones, from 0)."""

    kind: Kind
    target: str
    index: int = 0


@dataclass(frozen=True)
class Resolved:
    """What a visitor sees for a placeholder, and where it leads (`tel:`, `mailto:`, `https:`) if anywhere."""

    text: str
    address: str | None = None


def parse(inside: str) -> Placeholder:
    """Read what stands between the braces, e.g. `phone:nollalinja.1`.

    Raises:
        PlaceholderUnknown: not one of phone, name, web, email, hours, topic.
    """
    found = _KNOWN.fullmatch(inside)
    if not found:
        raise PlaceholderUnknown(
            "Write {phone:id}, {name:id}, {web:id}, {email:id}, {hours:id}, {topic:area/topic} or {text:name}."
        )
    if found[4]:
        return Placeholder("topic", found[5])
    return Placeholder(cast(Kind, found[1]), found[2], int(found[3] or 0))


def resolve(placeholder: Placeholder, directory: Directory, language: str) -> Resolved:
    """What the placeholder stands for in `language`.

    Raises:
        PlaceholderUnknown: the service has no such number or address.
        LookupError: there is no such service or topic (the directory's own exception).
    """
    if placeholder.kind == "topic":
        return Resolved(directory.topic(placeholder.target, language).title)
    service = directory.service(placeholder.target)
    match placeholder.kind:
        case "name":
            return Resolved(service.name.in_language(language))
        case "phone":
            return _phone(service, placeholder.index)
        case "email":
            return _email(service)
        case "web":
            return _web(service, language)
        case "hours":
            return _hours(service, language)


def resolve_inside(
    inside: str, directory: Directory, language: str, values: Mapping[str, str | int]
) -> tuple[Resolved, Placeholder | None]:
    """What the text between two braces stands for: a value by its name, or a placeholder (given back as well).

    Raises:
        PlaceholderUnknown, LookupError: as `parse` and `resolve`.
    """
    if inside in values:
        return Resolved(str(values[inside])), None
    placeholder = parse(inside)
    return resolve(placeholder, directory, language), placeholder


def fill(text: str, directory: Directory, language: str, values: Mapping[str, str | int] | None = None) -> str:
    """The text with values and placeholders replaced by plain text, in one pass: what is filled in is not read again.

    Raises:
        PlaceholderUnknown, LookupError: as `parse` and `resolve`.
    """
    return IN_BRACES.sub(lambda found: resolve_inside(found[1], directory, language, values or {})[0].text, text)


def _phone(service: Service, index: int) -> Resolved:
    if index >= len(service.phones):
        raise PlaceholderUnknown(f"'{service.id}' has no number {index + 1} in services.yml. Use {{name:…}}.")
    phone = service.phones[index]
    return Resolved(phone.number, f"tel:{phone.tel}")


def _email(service: Service) -> Resolved:
    if service.email is None:
        raise PlaceholderUnknown(f"'{service.id}' has no e-mail address in services.yml. Use {{name:…}}.")
    return Resolved(service.email, f"mailto:{service.email}")


def _hours(service: Service, language: str) -> Resolved:
    if service.hours is None:
        raise PlaceholderUnknown(f"'{service.id}' has no hours in services.yml. Leave them out.")
    return Resolved(service.hours.in_language(language))


def _web(service: Service, language: str) -> Resolved:
    if service.web is None:
        raise PlaceholderUnknown(f"'{service.id}' has no web address in services.yml. Use {{name:…}}.")
    address = service.web.in_language(language)
    return Resolved(urlsplit(address).netloc.removeprefix("www."), address)
