"""The addresses of the visitor's pages; none shows the subject: `/`, `/fi/`, `/en/`, and posts below them."""

import asyncio
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.errors import LyhtyError, NotFound
from api.visitor.pages import forms
from api.visitor.pages.answers import sent
from api.visitor.pages.assets import AssetMissing, Assets
from api.visitor.pages.rendering import Pages
from api.visitor.pages.service import VisitorPages
from api.visitor.services import Admission, TheServices

router = APIRouter(include_in_schema=False)

_assets = Assets()
_LEAVE_SECONDS = 2.0
_NOTHING_STAYS = {"Clear-Site-Data": '"cache", "cookies", "storage"'}


def _pages(request: Request, services: TheServices) -> VisitorPages:
    """The application's pages, made with its first request."""
    if not hasattr(request.app.state, "visitor_pages"):
        settings = services.settings
        pages = Pages(services.presentation, _assets, settings.organisation, settings.leave_url)
        request.app.state.visitor_pages = VisitorPages(services, pages)
    made: VisitorPages = request.app.state.visitor_pages
    return made


def _language(request: Request, language: str, services: TheServices) -> str:
    """The language in the address; there are pages in the library's languages only."""
    if language not in services.presentation.library.languages:
        raise NotFound
    request.state.language = language
    return language


ThePages = Annotated[VisitorPages, Depends(_pages)]
Language = Annotated[str, Depends(_language)]


@router.get("/")
async def default_first_screen(request: Request, pages: ThePages, services: TheServices) -> Response:
    """The first screen in Finnish, with the other languages named: nobody is switched by what a browser says."""
    return sent(request, pages.first(services.presentation.language_or_default(None)), same_for_all=True)


@router.get("/static/{name}")
async def asset(request: Request, name: str) -> Response:
    """One of the pages' own files."""
    try:
        return _assets.response(name, request)
    except AssetMissing:
        raise NotFound from None


@router.get("/{language}/")
async def first_screen(request: Request, language: Language, pages: ThePages) -> Response:
    """The first screen."""
    return sent(request, pages.first(language), same_for_all=True)


@router.post("/{language}/")
async def ask(request: Request, language: Language, pages: ThePages, admit: Admission) -> Response:
    """Something is said, a topic is chosen, or the page is wanted in another language."""
    return sent(request, await pages.ask(language, await forms.read(request), admit))


@router.post("/{language}/delete")
async def delete(request: Request, language: Language, pages: ThePages) -> Response:
    """The visitor wants everything gone, and stays."""
    asked = await forms.read(request)
    response = sent(request, await pages.delete(language, asked.token))
    response.headers.update(_NOTHING_STAYS)
    return response


@router.post("/{language}/leave")
async def leave(request: Request, language: Language, services: TheServices) -> Response:
    """The visitor wants to be away: everything is deleted, and whatever fails, the way out does not."""
    asked = await forms.read(request)
    with suppress(LyhtyError, TimeoutError):
        async with asyncio.timeout(_LEAVE_SECONDS):
            await services.conversations.delete(asked.token)
    return RedirectResponse(services.settings.leave_url, 303, _NOTHING_STAYS)


async def error_page(request: Request, error: LyhtyError) -> Response:
    """An error as a page, for whatever happened before an endpoint could answer; put it at `app.state.error_page`."""
    services = request.app.state.services
    language = getattr(request.state, "language", None) or request.url.path.strip("/").partition("/")[0]
    page = _pages(request, services).error(services.presentation.language_or_default(language), error)
    return sent(request, page)
