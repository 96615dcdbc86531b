"""How the text of a setting is read, and what an operator is told when it does not fit."""

from collections.abc import Callable, Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

_MOST_WORDS = 120


class SettingsInvalid(ValueError):
    """Settings are wrong; the text names each, with a reason and what to write. `problems` holds one line for each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class Unfit(ValueError):
    """A value does not fit; the text gives reason and remedy, without the value."""


def words(text: str) -> str:
    """One line of at most 120 printable characters."""
    if len(text) > _MOST_WORDS or not text.isprintable():
        raise Unfit(f"This is no single short line. Write at most {_MOST_WORDS} characters.")
    return text


def number_between(least: int, most: int) -> Callable[[str], int]:
    """A whole number from `least` to `most`."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise Unfit(f"This is no number from {least} to {most}. Write digits only.")
        return int(text)

    return read


def on_or_off(text: str) -> bool:
    """`on` or `off`."""
    if text.lower() not in {"on", "off"}:
        raise Unfit("This is neither on nor off. Write one of the two.")
    return text.lower() == "on"


def path(text: str) -> Path:
    """A file or folder, links kept; whether it is there is told by those who use it."""
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:
        raise Unfit("This begins with ~ and the name of nobody on this machine. Write the path whole.") from None


def url_with(*schemes: str) -> Callable[[str], str]:
    """An address with one of the schemes, and with a host (or, for `unix`, a path)."""

    def read(text: str) -> str:
        parts = urlsplit(text)
        if parts.scheme not in schemes or not (parts.path if parts.scheme == "unix" else _host(text)):
            known = ", ".join(f"{scheme}://" for scheme in schemes)
            raise Unfit(f"This is no address that can be used. Begin it with one of {known} and name a host.")
        return text.rstrip("/") if parts.scheme.startswith("http") else text

    return read


def https_address(text: str) -> str:
    """A web address that may stand in a Content-Security-Policy: https, a host, no spaces, semicolons or commas."""
    host = _host(text)
    if urlsplit(text).scheme != "https" or not host or any(each in text for each in " ;,\"'\\\t"):
        raise Unfit("This is no https address. Write it whole, for example https://www.ilmatieteenlaitos.fi/.")
    return text


def networks(text: str) -> tuple[IPv4Network | IPv6Network, ...]:
    """Addresses or networks of proxies, with commas between them."""
    try:
        return tuple(ip_network(each.strip()) for each in text.split(","))
    except ValueError:
        raise Unfit("This is no list of addresses. Write for example 10.0.0.2, 10.1.0.0/24.") from None


def _host(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        return parts.hostname if parts.port is None or parts.port else None
    except ValueError:
        return None
