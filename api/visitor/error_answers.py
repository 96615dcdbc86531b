"""Every error as an answer: a sentence in the visitor's language, a right status, and never what was sent or what
broke.

For the JSON interface the answers are made here; for pages by what `app.state.error_page` holds, if anything.
"""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.errors import LyhtyError, MethodNotAllowed, NotFound, RequestInvalid, UnexpectedFailure
from api.visitor.services import Services

ErrorPage = Callable[[Request, LyhtyError], Awaitable[Response]]
_JSON_PATHS = ("/api/", "/health/")
_BY_STATUS: dict[int, type[LyhtyError]] = {404: NotFound, 405: MethodNotAllowed}


def register(app: FastAPI) -> None:
    """Let the application answer all its errors this way."""
    app.add_exception_handler(LyhtyError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_validation)
    app.add_exception_handler(HTTPException, _of_framework)


async def answer(request: Request, error: LyhtyError) -> Response:
    """The answer to an error."""
    page: ErrorPage | None = getattr(request.app.state, "error_page", None)
    if request.url.path.startswith(_JSON_PATHS):
        response: Response = _json(request, error)
    elif page is not None:
        response = await page(request, error)
    else:
        response = PlainTextResponse(sentence(request, error), error.status)
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(error.retry_after)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status == 408:
        response.headers["Connection"] = "close"  # what still drips in belongs to no request any more
    return response


def sentence(request: Request, error: LyhtyError) -> str:
    """What is said about an error, in the visitor's language."""
    services: Services = request.app.state.services
    return services.presentation.sentence(language_of(request), error.key(), **error.values)


def language_of(request: Request) -> str:
    """The language that the request names, or else the first that its browser prefers and Lyhty speaks."""
    services: Services = request.app.state.services
    named = getattr(request.state, "language", None)
    if named in services.presentation.library.languages:
        return str(named)
    preferred = request.headers.get("accept-language", "")[:200]
    codes = [entry.split(";")[0].strip().lower().partition("-")[0] for entry in preferred.split(",")]
    spoken = [code for code in codes if code in services.presentation.library.languages]
    return services.presentation.language_or_default(spoken[0] if spoken else None)


def _json(request: Request, error: LyhtyError) -> JSONResponse:
    body: dict[str, object] = {"error": error.name, "detail": sentence(request, error)}
    if error.replies:
        body["replies"] = [reply.model_dump(mode="json") for reply in error.replies]
    return JSONResponse(body, error.status)


async def _of_ours(request: Request, error: Exception) -> Response:
    return await answer(request, error if isinstance(error, LyhtyError) else UnexpectedFailure())


async def _of_validation(request: Request, error: Exception) -> Response:
    return await answer(request, RequestInvalid())


async def _of_framework(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return await answer(request, _BY_STATUS.get(status, RequestInvalid if status < 500 else UnexpectedFailure)())
