"""The one place where the action server reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass


class SettingsInvalid(ValueError):
    """A setting is wrong; the message says which one and what to do."""


@dataclass(frozen=True)
class Settings:
    """What the action server is told from outside.

    Attributes:
        bind: address to listen on (`LYHTY_ACTIONS_BIND`): loopback, or a container's internal network.
        port: port to listen on (`LYHTY_ACTIONS_PORT`).
    """

    bind: str = "127.0.0.1"
    port: int = 5055

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings.

        Args:
            environment: names and values; the process's own by default.

        Raises:
            SettingsInvalid: the port is not one.
        """
        port = environment.get("LYHTY_ACTIONS_PORT") or str(cls.port)
        if not port.isdecimal() or not 1 <= int(port) <= 65535:
            raise SettingsInvalid(
                f"LYHTY_ACTIONS_PORT is {port!r}. Set it to a whole number from 1 to 65535, or leave it out."
            )
        return cls(environment.get("LYHTY_ACTIONS_BIND") or cls.bind, int(port))
