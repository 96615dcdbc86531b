"""Whatever goes wrong in or in front of an application becomes an answer, and only the class of the error is logged.

The framework would let an unforeseen exception through to the server, whose report holds local variables: a visitor's
words.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import LyhtyError, UnexpectedFailure
from process.logs import trouble

Answer = Callable[[Request, LyhtyError], Awaitable[Response]]


class LastResort:
    """Answers errors that nobody else has answered.

    Args:
        app: the application, with the guards around it.
        answer: makes the answer to an error.
    """

    def __init__(self, app: ASGIApp, *, answer: Answer) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; answer what it fails with, unless an answer has already begun."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_noticing(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noticing)
        except Exception as failure:
            error = _told(failure)
            if not begun:
                response = await self._answer(Request(scope), error)
                await response(scope, receive, send)


def _told(failure: Exception) -> LyhtyError:
    if isinstance(failure, LyhtyError):
        return failure
    trouble("gateway", "request_failed", error=type(failure).__name__.lower()[:40])
    return UnexpectedFailure()
