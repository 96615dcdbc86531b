"""A page as an HTTP answer: compressed, of a size that tells nothing, kept by nobody."""

from starlette.requests import Request
from starlette.responses import Response

from api.visitor.pages.assets import takes_gzip
from api.visitor.pages.packing import filled, packed, packed_small
from api.visitor.pages.service import Page


def sent(request: Request, page: Page, *, same_for_all: bool = False) -> Response:
    """The answer that carries a page.

    Args:
        request: whose browser may or may not take gzip.
        page: the page.
        same_for_all: it holds nothing of a visitor's, so its size may be its own.
    """
    body = page.html.encode()
    headers = {"Cache-Control": "no-store"}
    if page.retry_after is not None:
        headers["Retry-After"] = str(page.retry_after)
    if takes_gzip(request):
        headers["Content-Encoding"] = "gzip"
        body = packed_small(body) if same_for_all else packed(body)
    elif not same_for_all:
        body = filled(body)
    return Response(body, page.status, headers, media_type="text/html; charset=utf-8")
