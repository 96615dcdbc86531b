"""`lyhty serve`: looks at what must be there, then runs all parts until Ctrl-C."""

import sys
from pathlib import Path

from api.serving.embedded_valkey import EmbeddedValkey
from api.serving.failures import StartFailed
from api.serving.parts import parts_of
from api.serving.ports import require_free
from api.serving.supervisor import Supervisor
from api.serving.training import ensure_model, require_environment
from api.settings import Settings
from content.library import ContentInvalid, Library
from process.hardening import harden, swap_in_use
from process.logs import trouble, write_only_events

_READY_SECONDS = 120.0


def serve(settings: Settings) -> int:
    """Run all of Lyhty.

    Args:
        settings: of the deployment.

    Returns:
        0 after it was stopped by Ctrl-C or SIGTERM.

    Raises:
        StartFailed: something that is needed is missing; the message says what to do.
    """
    harden()
    write_only_events("lyhty")
    model = look_before_the_start(settings)
    valkey = None if settings.valkey_url else EmbeddedValkey.in_new_folder()
    try:
        Supervisor(parts_of(settings, valkey, model)).run(lambda: _say_where(settings), _READY_SECONDS)
    finally:
        if valkey is not None:
            valkey.remove_folder()
    return 0


def look_before_the_start(settings: Settings) -> Path:
    """Find out what would go wrong later, and say it now.

    Returns:
        The trained model that fits the content.

    Raises:
        StartFailed: a port is taken, content is broken, the bot's environment is missing, or the training failed.
    """
    if swap_in_use():
        trouble("serving", "swap_is_on")
    require_environment(settings.bot_python)
    require_free(settings.host, {"LYHTY_VISITOR_PORT": settings.visitor_port, "LYHTY_STAFF_PORT": settings.staff_port})
    inside = {"LYHTY_RASA_PORT": settings.rasa_port, "LYHTY_ACTIONS_PORT": settings.actions_port}
    require_free("127.0.0.1", inside)
    _require_good_content(settings.content_dir)
    return ensure_model(settings.bot_python, settings.models_dir)


def _require_good_content(folder: Path) -> None:
    try:
        Library.load(folder)
    except ContentInvalid as error:
        raise StartFailed(
            f"The content has errors, so nothing was started. See: make check-content\n{error}"
        ) from error


def _say_where(settings: Settings) -> None:
    host = "127.0.0.1" if settings.host == "0.0.0.0" else settings.host  # noqa: S104 — compared, not bound
    sys.stderr.write(
        f"\nLyhty serves.  Visitors: http://{host}:{settings.visitor_port}/   "
        f"Staff: http://{host}:{settings.staff_port}/\nCtrl-C stops everything.\n\n"
    )
    sys.stderr.flush()
