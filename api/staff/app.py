"""The staff's application. For now it only tells that it lives, so that the two have been apart from the first day."""

from typing import Literal

from fastapi import FastAPI
from pydantic import BaseModel

from api.no_telemetry import NO_TELEMETRY
from api.security.headers import SecurityHeaders
from api.settings import Settings


class Live(BaseModel):
    """The process answers."""

    live: Literal[True] = True


def create_app(settings: Settings) -> FastAPI:
    """Put the application together.

    Args:
        settings: of the deployment.
    """
    app = FastAPI(title="Lyhty", openapi_url=None, docs_url=None, redoc_url=None, telemetry=NO_TELEMETRY)
    app.add_middleware(SecurityHeaders, hsts=settings.hsts)
    app.add_api_route("/health/live", _live, methods=["GET"])
    app.add_api_route("/health/ready", _live, methods=["GET"])
    return app


async def _live() -> Live:
    return Live()
