"""Which processes make up Lyhty, and how each is started and known to serve."""

import sys
from collections.abc import Callable
from pathlib import Path

from api.serving.embedded_valkey import EmbeddedValkey
from api.serving.part import Part
from api.serving.ports import answers
from api.settings import Settings

LOCAL = "127.0.0.1"


def parts_of(settings: Settings, valkey: EmbeddedValkey | None, model: Path) -> list[Part]:
    """All parts, in the order of starting.

    Args:
        settings: of the deployment.
        valkey: the embedded server, or None where the operator runs one.
        model: the trained model that fits the content.
    """
    environment = {"LYHTY_VALKEY_URL": valkey.url if valkey is not None else settings.valkey_url or ""}
    parts = [valkey.part()] if valkey is not None else []
    return [
        *parts,
        actions_part(settings),
        rasa_part(settings, environment, model),
        *gateway_parts(settings, environment),
    ]


def actions_part(settings: Settings) -> Part:
    """The action server; it needs nothing of the others."""
    return Part("actions", [sys.executable, "-m", "actions"], is_ready=_listens(LOCAL, settings.actions_port))


def rasa_part(settings: Settings, environment: dict[str, str], model: Path) -> Part:
    """Rasa, in its own environment; one thread for the encoder, since two that spin take each other's core."""
    threads = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"}
    command = [str(settings.bot_python), "-m", "bot", "serve", "--model", str(model)]
    return Part("rasa", command, {**environment, **threads}, _listens(LOCAL, settings.rasa_port))


def gateway_parts(settings: Settings, environment: dict[str, str]) -> list[Part]:
    """The two gateway applications, each a process of its own."""
    lyhty = [sys.executable, "-m", "api.cli", "serve"]
    return [
        Part("visitor", [*lyhty, "visitor"], environment, _listens(_reachable(settings), settings.visitor_port)),
        Part("staff", [*lyhty, "staff"], environment, _listens(_reachable(settings), settings.staff_port)),
    ]


def _reachable(settings: Settings) -> str:
    return LOCAL if settings.host in {"0.0.0.0", ""} else settings.host  # noqa: S104


def _listens(host: str, port: int) -> Callable[[], bool]:
    return lambda: answers(host, port)


def project_folder() -> Path:
    """Where Lyhty's files lie: the folder that holds the packages."""
    return Path(__file__).parents[2]
