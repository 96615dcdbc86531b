"""The visitor's application: the one place where its parts are put together."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI

from api.bot_client import BotClient
from api.clock import Clock, SystemClock
from api.conversations.service import Conversations
from api.conversations.store import ConversationStore
from api.conversations.valkey_client import connect, lives
from api.no_telemetry import NO_TELEMETRY
from api.security.body_limit import BodyLimit
from api.security.headers import SecurityHeaders
from api.security.last_resort import LastResort
from api.security.same_origin import SameOrigin
from api.settings import Settings
from api.visitor import error_answers, health
from api.visitor.conversations import endpoints as conversation_endpoints
from api.visitor.conversations.service import VisitorConversations
from api.visitor.fresh_content import keep_fresh
from api.visitor.limits import figures
from api.visitor.limits.windows import NetworkLimit, TotalLimit, Windows
from api.visitor.messages import endpoints as message_endpoints
from api.visitor.messages.dialogue import Dialogue
from api.visitor.messages.once import Once
from api.visitor.messages.service import Messages
from api.visitor.pages import endpoints as page_endpoints
from api.visitor.presentation import LiveContent, Presentation
from api.visitor.services import Services
from content.library import LiveLibrary

_ABOUT = (
    "An anonymous help chat. No account, no cookie: a conversation is reached by the token that begins it, "
    "and by nothing else. All calls answer errors as `{error, detail}`, with `replies` that must be shown all the same."
)


def create_app(settings: Settings, *, library: LiveContent | None = None, clock: Clock | None = None) -> FastAPI:
    """Put the application together.

    Args:
        settings: of the deployment; they must name a Valkey server.
        library: the content; read from `settings.content_dir` when None.
        clock: tells the time; the machine's when None.

    Raises:
        SettingsInvalid: no Valkey server is named.
        content.problems.ContentInvalid: the content has errors.
    """
    library = library or LiveLibrary(settings.content_dir)
    services = _services(settings, library, clock or SystemClock())
    app = FastAPI(
        title="Lyhty",
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        telemetry=NO_TELEMETRY,
        lifespan=_living(services, library),
    )
    app.state.services = services
    app.state.error_page = page_endpoints.error_page
    error_answers.register(app)
    for endpoints in (message_endpoints, conversation_endpoints, health, page_endpoints):
        app.include_router(endpoints.router)
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: Settings) -> None:
    """Put the guards around the application; the last one stands outermost."""
    app.add_middleware(BodyLimit)
    app.add_middleware(SameOrigin)
    app.add_middleware(LastResort, answer=error_answers.answer)
    app.add_middleware(SecurityHeaders, leave_url=settings.leave_url, hsts=settings.hsts)


def _services(settings: Settings, library: LiveContent, clock: Clock) -> Services:
    presentation = Presentation(library, clock)
    store = ConversationStore(connect(settings), lives(settings))
    conversations = Conversations(store, clock)
    bot = BotClient(settings.rasa_url)
    admit_new = _total_limit(settings, clock)
    once = Once(conversations, presentation, admit_new, bot.forget_soon)
    return Services(
        settings=settings,
        messages=Messages(once, Dialogue(bot, conversations, presentation), presentation),
        conversations=VisitorConversations(conversations, presentation, admit_new, bot.forget_soon),
        presentation=presentation,
        network_limit=_network_limit(settings, clock),
        store=store,
        bot=bot,
    )


def _network_limit(settings: Settings, clock: Clock) -> NetworkLimit | None:
    if not settings.limits:
        return None
    return NetworkLimit(Windows(clock, figures.share(figures.PER_NETWORK_AND_MINUTE, settings.processes)))


def _total_limit(settings: Settings, clock: Clock) -> Callable[[], None]:
    if not settings.limits:
        return lambda: None
    return TotalLimit(Windows(clock, figures.share(figures.NEW_CONVERSATIONS_PER_MINUTE, settings.processes))).admit


def _living(services: Services, library: LiveContent) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What happens beside the requests: content is kept fresh, and at the end connections are closed."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        freshness = asyncio.create_task(keep_fresh(library))
        yield
        freshness.cancel()
        await services.bot.close()
        await services.store.close()

    return lifespan
