"""Whether the application lives and can do its work, for those who watch and restart it."""

import asyncio
from typing import Literal

from fastapi import APIRouter, Response, status
from pydantic import BaseModel

from api.visitor.services import TheServices

router = APIRouter(prefix="/health", tags=["health"])


class Live(BaseModel):
    """The process answers."""

    live: Literal[True] = True


class Ready(BaseModel):
    """Whether all is there, and which part is missing: `valkey`, `rasa`."""

    ready: bool
    missing: list[str]


@router.get("/live", summary="Does the process answer?")
async def live() -> Live:
    """Always 200 while the process lives."""
    return Live()


@router.get("/ready", responses={503: {"model": Ready}}, summary="Is everything there?")
async def ready(services: TheServices, response: Response) -> Ready:
    """200 when every part answers, otherwise 503. Danger and help numbers are answered in any case."""
    valkey_up, rasa_up = await asyncio.gather(services.store.is_up(), services.bot.is_up())
    missing = [name for name, up in (("valkey", valkey_up), ("rasa", rasa_up)) if not up]
    if missing:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    return Ready(ready=not missing, missing=missing)
