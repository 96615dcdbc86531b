"""The one place that reads the environment: every setting, its form, and what to do when it is wrong.

All are optional. A wrong one stops the start with a reason and a remedy; a value is never repeated, since some hold
passwords. Each stands in docs/settings.md (a test looks).
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Any

from api.setting_forms import (
    SettingsInvalid,
    Unfit,
    https_address,
    networks,
    number_between,
    on_or_off,
    path,
    url_with,
    words,
)

__all__ = ["Settings", "SettingsInvalid"]

_ROOT = Path(__file__).parents[1]
_port = number_between(1, 65535)


@dataclass(frozen=True)
class Settings:
    """The gateway's settings.

    Attributes:
        host: address to listen on.
        visitor_port, staff_port: ports of the two applications.
        valkey_url: where Valkey is; None for the embedded one, whose address the run command fills in.
        rasa_url: where Rasa is.
        rasa_port, actions_port: ports of the parts that the run command starts.
        content_dir: the content library.
        limits: whether limits against floods are on; off for benchmarks.
        organisation: who runs this, as the first screen says.
        leave_url: where "leave this page" leads.
        idle_minutes: how long a conversation waits for its visitor.
        processes: how many visitor's applications share the limits.
        trusted_proxies: networks of proxies whose `X-Forwarded-For` is believed.
        hsts: whether browsers are told to come back by HTTPS only; on behind a proxy with TLS.
        cache_dir, models_dir: where the run command keeps what can be made again.
        bot_python: the Python of the bot's environment.
    """

    host: str = "127.0.0.1"
    visitor_port: int = 8000
    staff_port: int = 8001
    valkey_url: str | None = None
    rasa_url: str = "http://127.0.0.1:5005"
    rasa_port: int = 5005
    actions_port: int = 5055
    content_dir: Path = _ROOT / "content"
    limits: bool = True
    organisation: str | None = None
    leave_url: str = "https://www.ilmatieteenlaitos.fi/"
    idle_minutes: int = 30
    processes: int = 1
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...] = ()
    hsts: bool = False
    cache_dir: Path = _ROOT / ".cache"
    models_dir: Path = _ROOT / "models"
    bot_python: Path = _ROOT / ".venvs" / "bot" / "bin" / "python"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings.

        Args:
            environment: the process's own by default. An empty value counts as not given.

        Raises:
            SettingsInvalid: with a reason and a remedy for each that is wrong.
        """
        given = {name: value.strip() for name, value in (environment or os.environ).items() if value.strip()}
        found: dict[str, Any] = {}
        problems = []
        for variable, (field, read) in VARIABLES.items():
            try:
                if variable in given:
                    found[field] = read(given[variable])
            except Unfit as unfit:
                problems.append(f"{variable}: {unfit}")
        if problems:
            raise SettingsInvalid(problems)
        if "rasa_url" not in found and "rasa_port" in found:
            found["rasa_url"] = f"http://127.0.0.1:{found['rasa_port']}"
        return cls(**found)


VARIABLES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "LYHTY_HOST": ("host", words),
    "LYHTY_VISITOR_PORT": ("visitor_port", _port),
    "LYHTY_STAFF_PORT": ("staff_port", _port),
    "LYHTY_VALKEY_URL": ("valkey_url", url_with("valkey", "valkeys", "redis", "rediss", "unix")),
    "LYHTY_RASA_URL": ("rasa_url", url_with("http", "https")),
    "LYHTY_RASA_PORT": ("rasa_port", _port),
    "LYHTY_ACTIONS_PORT": ("actions_port", _port),
    "LYHTY_CONTENT_DIR": ("content_dir", path),
    "LYHTY_LIMITS": ("limits", on_or_off),
    "LYHTY_ORGANISATION": ("organisation", words),
    "LYHTY_LEAVE_URL": ("leave_url", https_address),
    "LYHTY_IDLE_MINUTES": ("idle_minutes", number_between(1, 120)),
    "LYHTY_PROCESSES": ("processes", number_between(1, 64)),
    "LYHTY_TRUSTED_PROXY": ("trusted_proxies", networks),
    "LYHTY_HSTS": ("hsts", on_or_off),
    "LYHTY_CACHE_DIR": ("cache_dir", path),
    "LYHTY_MODELS_DIR": ("models_dir", path),
    "LYHTY_BOT_PYTHON": ("bot_python", path),
}
"""Every setting: its name, the field it fills, and how its text is read."""
