"""`lyhty serve visitor` and `lyhty serve staff`: one application in one process, as production runs them."""

import sys

import uvicorn
from starlette.types import ASGIApp

from api.serving.failures import StartFailed
from api.settings import Settings
from process.hardening import harden
from process.logs import write_only_events


def serve(part: str, settings: Settings) -> int:
    """Serve one application until the process is told to stop.

    Args:
        part: "visitor" or "staff".
        settings: of the deployment.

    Returns:
        0 after it was told to stop.

    Raises:
        StartFailed: no Valkey server is named.
    """
    harden()
    if not settings.valkey_url:
        raise StartFailed("Name a Valkey server with LYHTY_VALKEY_URL, or run everything with: lyhty serve")
    port = settings.visitor_port if part == "visitor" else settings.staff_port
    app = _visitors_app(settings) if part == "visitor" else _staffs_app(settings)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=port,
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,  # whose word counts for the address is decided in api/visitor/limits
            timeout_graceful_shutdown=5,
        )
    )
    write_only_events(part)
    sys.stdout = sys.stderr
    server.run()
    return 0


def _visitors_app(settings: Settings) -> ASGIApp:
    from api.visitor.app import create_app  # noqa: PLC0415 — the two applications are never loaded together

    return create_app(settings)


def _staffs_app(settings: Settings) -> ASGIApp:
    from api.staff.app import create_app  # noqa: PLC0415

    return create_app(settings)
