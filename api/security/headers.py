"""Headers on every answer, so that a page can load, send, leave behind and reveal nothing that it need not.

Nothing may be cached, static files neither: a cached style sheet would leave the host's name on the device after the
history was cleared. The price is one small file more to load with each page that is read without JavaScript.
`Referrer-Policy` is `same-origin`: with `no-referrer` browsers send `Origin: null` with our own forms, and the check of
where a form comes from could not tell them from others.
"""

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CLOSED_FEATURES = (
    "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "clipboard-read", "display-capture",
    "encrypted-media", "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
    "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "serial", "usb", "web-share", "xr-spatial-tracking",
)  # fmt: skip
_HSTS = "max-age=63072000; includeSubDomains"


class SecurityHeaders:
    """Sets the headers, also over those that the application set.

    Args:
        app: the application.
        leave_url: a form may lead there: "leave this page" is a form whose answer redirects (Chromium stays otherwise).
        hsts: whether browsers are told to come back by HTTPS only.
    """

    def __init__(self, app: ASGIApp, *, leave_url: str | None = None, hsts: bool = False) -> None:
        self._app = app
        self._headers = {**_headers(leave_url), **({"Strict-Transport-Security": _HSTS} if hsts else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and put the headers on its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                del headers["server"]
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _headers(leave_url: str | None) -> dict[str, str]:
    return {
        "Content-Security-Policy": _content_security_policy(leave_url),
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-DNS-Prefetch-Control": "off",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _CLOSED_FEATURES),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
    }


def _content_security_policy(leave_url: str | None) -> str:
    target = urlsplit(leave_url or "")
    forms = ["'self'", *([f"{target.scheme}://{target.netloc}"] if target.netloc else [])]
    policy = {
        "default-src": "'none'",
        "style-src": "'self'",
        "script-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": " ".join(forms),
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in policy.items())
