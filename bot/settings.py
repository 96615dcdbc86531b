"""The one place where the bot reads the environment, so that a wrong setting is named at start, not in mid-message."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent
LOOPBACK = "127.0.0.1"


class SettingsInvalid(ValueError):
    """A setting is missing or wrong; the message says which one and what to do."""


@dataclass(frozen=True)
class EncoderSettings:
    """What an operator may decide about the sentence encoder.

    Attributes:
        cache: folder of files that are built once.
        official: an official ONNX file of the model, to use in place of the one that we build.
        threads: processor cores for one sentence.
    """

    cache: Path = PROJECT / ".cache"
    official: Path | None = None
    threads: int = 1

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "EncoderSettings":
        """Read the settings.

        Raises:
            SettingsInvalid: there is no such file, or the number is not one.
        """
        official = environment.get("LYHTY_ENCODER_PATH")
        if official and not Path(official).is_file():
            raise SettingsInvalid("LYHTY_ENCODER_PATH names no file. Set it to an ONNX file, or leave it out.")
        return cls(
            cache=Path(environment.get("LYHTY_CACHE_DIR") or PROJECT / ".cache"),
            official=Path(official) if official else None,
            threads=_number(environment, "LYHTY_ENCODER_THREADS", 1, highest=16),
        )


@dataclass(frozen=True)
class Settings:
    """What the bot is told from outside.

    Attributes:
        valkey_url: where Valkey answers, e.g. `unix:///run/valkey.sock`; empty when not set (training needs none).
        bind: address to listen on.
        port: port to listen on.
        actions_url: where the action server takes calls.
        idle_seconds: how long a conversation is remembered after its last turn.
        content_dir: folder of the answers.
        models_dir: folder of the trained models.
    """

    valkey_url: str
    bind: str
    port: int
    actions_url: str
    idle_seconds: int
    content_dir: Path
    models_dir: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings.

        Args:
            environment: names and values; the process's own by default.

        Raises:
            SettingsInvalid: a number is not one, or out of its range.
        """
        actions_port = _number(environment, "LYHTY_ACTIONS_PORT", 5055, highest=65535)
        return cls(
            valkey_url=environment.get("LYHTY_VALKEY_URL", ""),
            bind=environment.get("LYHTY_RASA_BIND") or LOOPBACK,
            port=_number(environment, "LYHTY_RASA_PORT", 5005, highest=65535),
            actions_url=environment.get("LYHTY_ACTIONS_URL") or f"http://{LOOPBACK}:{actions_port}/webhook",
            idle_seconds=60 * _number(environment, "LYHTY_IDLE_MINUTES", 30, highest=24 * 60),
            content_dir=Path(environment.get("LYHTY_CONTENT_DIR") or PROJECT / "content"),
            models_dir=Path(environment.get("LYHTY_MODELS_DIR") or PROJECT / "models"),
        )

    def with_valkey(self) -> "Settings":
        """These settings, made sure that they name a Valkey server.

        Raises:
            SettingsInvalid: they don't.
        """
        if not self.valkey_url:
            raise SettingsInvalid(
                "LYHTY_VALKEY_URL is not set. Set it to the address of the Valkey server, "
                "e.g. unix:///run/lyhty/valkey.sock or valkey://127.0.0.1:6379."
            )
        return self


def _number(environment: Mapping[str, str], name: str, default: int, highest: int) -> int:
    written = environment.get(name) or str(default)
    if not written.isdecimal() or not 1 <= int(written) <= highest:
        raise SettingsInvalid(f"{name} is {written!r}. Set it to a whole number from 1 to {highest}, or leave it out.")
    return int(written)
