"""A request's body is read whole before anything else sees it, within a size and a time.

So no part behind can be held up by a body that drips, or filled by one that never ends. The size lets the longest
message through in every script: 2,000 characters of four bytes each, percent-encoded by a form (three letters a byte),
are 24,000 letters.
"""

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.security.errors import BodyTooLarge, BodyTooSlow

MAX_BYTES = 32 * 1024
SECONDS = 20.0  # the longest message at 13 kbit/s


class BodyLimit:
    """Reads bodies.

    Args:
        app: the application.
        max_bytes: the most that is read.
        seconds: the longest that a whole body may take.
    """

    def __init__(self, app: ASGIApp, *, max_bytes: int = MAX_BYTES, seconds: float = SECONDS) -> None:
        self._app = app
        self._max_bytes = max_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body and pass the request on with it.

        Raises:
            BodyTooLarge: it is, or says it is, larger than allowed.
            BodyTooSlow: it did not arrive in time.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or len(declared) > 12 or int(declared) > self._max_bytes:
            raise BodyTooLarge
        body = await self._read(receive)
        if body is not None:
            await self._app(scope, _replaying(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """The body, or None when the sender is gone."""
        body = b""
        try:
            async with asyncio.timeout(self._seconds):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        return None
                    body += bytes(message.get("body", b""))
                    if len(body) > self._max_bytes:
                        raise BodyTooLarge
                    if not message.get("more_body", False):
                        return body
        except TimeoutError:
            raise BodyTooSlow from None


def _replaying(body: bytes, receive: Receive) -> Receive:
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay
