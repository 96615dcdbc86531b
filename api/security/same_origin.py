"""Requests that change something are taken from our own pages only, or from programs that no other site can steer.

What a browser says of itself decides, in this order:

1. `Sec-Fetch-Site`, which a page cannot forge: `same-origin` passes, and `none` (the person's own doing, such as a
   restored tab); anything else is refused. The same rule as Go's `http.CrossOriginProtection`.
2. `Origin` must name the host that was asked. Its scheme is not compared, since TLS ends at the proxy.
3. `Referer`, for browsers older than both, the same way.
4. None of the three: not a browser of the last ten years. A program passes if it sends what no form of another site
   can: JSON or an `Authorization` header, for which a browser would first ask leave (a CORS preflight, which is never
   given).

There are no cookies, so another site's form could act for nobody anyway: this keeps others from using visitors as
senders.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.security.errors import FromAnotherSite

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class SameOrigin:
    """Refuses what other sites' pages send."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on.

        Raises:
            FromAnotherSite: it comes from a page of another site, or does not say where from.
        """
        if scope["type"] == "http" and scope["method"] not in _SAFE_METHODS and not _is_ours(Headers(scope=scope)):
            raise FromAnotherSite
        await self._app(scope, receive, send)


def _is_ours(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    source = headers.get("origin") or headers.get("referer")
    if source is not None:
        return _host(source) == headers.get("host", "").lower()
    return "authorization" in headers or _is_json(headers.get("content-type", ""))


def _host(source: str) -> str | None:
    try:
        return urlsplit(source).netloc.lower() or None
    except ValueError:
        return None


def _is_json(content_type: str) -> bool:
    return content_type.partition(";")[0].strip().lower() == "application/json"
