"""The page's own few files: read once, compressed once, and named by what is in them.

They are so small because no browser may keep them (see `api/security/headers.py`): without JavaScript each page loads
them anew.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from api.visitor.pages.packing import packed_small

FOLDER = Path(__file__).parents[2] / "web" / "static"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


class AssetMissing(LookupError):
    """A template or a browser asks for a file that is not there."""


@dataclass(frozen=True)
class Asset:
    """One file, plain and compressed."""

    media_type: str
    plain: bytes
    packed: bytes
    version: str


class Assets:
    """All files of the page, in memory.

    Args:
        folder: where they lie.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._assets = {file.name: _read(file) for file in sorted(folder.iterdir()) if file.suffix in _TYPES}

    def address(self, name: str) -> str:
        """Where a file is served; changes whenever its content does.

        Raises:
            AssetMissing: there is no such file.
        """
        return f"/static/{name}?{self._find(name).version}"

    def response(self, name: str, request: Request) -> Response:
        """The file as a browser wants it; raises AssetMissing."""
        asset = self._find(name)
        if not takes_gzip(request):
            return Response(asset.plain, media_type=asset.media_type)
        return Response(asset.packed, headers={"Content-Encoding": "gzip"}, media_type=asset.media_type)

    def _find(self, name: str) -> Asset:
        try:
            return self._assets[name]
        except KeyError:
            raise AssetMissing(name) from None


def takes_gzip(request: Request) -> bool:
    """Whether the browser can unpack gzip."""
    return "gzip" in request.headers.get("accept-encoding", "")


def _read(file: Path) -> Asset:
    plain = file.read_bytes()
    return Asset(_TYPES[file.suffix], plain, packed_small(plain), hashlib.sha256(plain).hexdigest()[:8])
