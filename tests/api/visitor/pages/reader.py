"""Somebody who uses the pages' forms without a browser, and takes from a page what the forms there hold."""

import re
from dataclasses import dataclass
from html import unescape
from uuid import uuid4

import httpx

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Reader:
    """Posts forms as a page of ours would."""

    http: httpx.AsyncClient
    language: str = "en"
    token: str = ""

    async def opens(self) -> httpx.Response:
        page = await self.http.get(f"/{self.language}/")
        self.token = field_of(page, "token")
        return page

    async def posts(self, path: str = "", **fields: str) -> httpx.Response:
        form = {"token": self.token, "id": str(uuid4())} | fields
        return await self.http.post(f"/{self.language}/{path}", data=form, headers=SAME_SITE)

    async def asks(self, text: str, **fields: str) -> httpx.Response:
        return await self.posts(text=text, **fields)


def field_of(page: httpx.Response, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, name
    return unescape(found[1])


def box_of(page: httpx.Response) -> str:
    """What stands in the writing box."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert found
    return unescape(found[1])


def words_of(page: httpx.Response) -> str:
    """The page's text as a person reads it, roughly."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", page.text)))
