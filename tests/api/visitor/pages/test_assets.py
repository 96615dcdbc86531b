"""The page's own files: small, cached briefly, and free of anything from elsewhere."""

import gzip
import re

import pytest
from starlette.requests import Request

from api.visitor.pages.assets import FOLDER, AssetMissing, Assets


def request(encoding: str = "gzip, deflate") -> Request:
    return Request({"type": "http", "headers": [(b"accept-encoding", encoding.encode())]})


@pytest.mark.parametrize("name", ["page.css", "page.js", "icon.svg"])
def test_a_file_comes_compressed_and_unpacks_to_itself(name: str) -> None:
    response = Assets().response(name, request())
    assert response.headers["content-encoding"] == "gzip"
    assert gzip.decompress(bytes(response.body)) == (FOLDER / name).read_bytes()


def test_a_browser_without_gzip_gets_the_plain_file() -> None:
    response = Assets().response("page.js", request("identity"))
    assert "content-encoding" not in response.headers
    assert bytes(response.body) == (FOLDER / "page.js").read_bytes()


def test_an_address_changes_with_its_content(tmp_path: object) -> None:
    folder = FOLDER.__class__(str(tmp_path))
    (folder / "a.css").write_text("a{}")
    before = Assets(folder).address("a.css")
    (folder / "a.css").write_text("b{}")
    assert Assets(folder).address("a.css") != before


@pytest.mark.parametrize("name", ["", "..", "../templates/base.html", "page.map", "page.css/"])
def test_nothing_else_is_served(name: str) -> None:
    with pytest.raises(AssetMissing):
        Assets().response(name, request())


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_no_file_brings_anything_from_elsewhere(name: str) -> None:
    assert not re.search(r"https?:|//[a-z]|url\(|@import", (FOLDER / name).read_text())


def test_the_script_is_small_and_written_for_old_phones() -> None:
    script = (FOLDER / "page.js").read_text()
    assert len(script) <= 5_500
    assert not re.search(r"=>|`|\b(let|const|async|await|class)\b|\?\.|\?\?", script)


def test_the_script_stores_nothing_on_the_device() -> None:
    assert not re.search(
        r"localStorage|sessionStorage|indexedDB|cookie|caches|history\.", (FOLDER / "page.js").read_text()
    )
