"""What a page shows after each thing a visitor can do; the words said and the answers come from the services.

Nothing here decides about a message. It asks the same services as the JSON interface, and turns what they give or
raise into a page.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from api.conversations.errors import ConversationDeleted, ConversationExpired, ConversationUnknown
from api.conversations.turns import Decision
from api.errors import LyhtyError, StorageUnavailable
from api.visitor.messages.post import Post
from api.visitor.messages.schemas import MessageAnswer, Reply, TurnShown
from api.visitor.pages.errors import DeletionFailed
from api.visitor.pages.forms import Asked
from api.visitor.pages.rendering import Frame, Pages
from api.visitor.services import Services

_TOKEN_DEAD = (ConversationUnknown, ConversationExpired, ConversationDeleted)


@dataclass(frozen=True)
class Page:
    """A page on its way out: its HTML, its HTTP status, and after how many seconds trying again makes sense."""

    html: str
    status: int = 200
    retry_after: int | None = None


class VisitorPages:
    """The visitor's pages, made with the application's services."""

    def __init__(self, services: Services, pages: Pages) -> None:
        self._messages = services.messages
        self._conversations = services.conversations
        self._presentation = services.presentation
        self._pages = pages

    def first(self, language: str) -> Page:
        """The first screen, with a fresh token that nobody keeps until something is said."""
        return Page(self._pages.first(Frame(language, self._conversations.new_token())))

    async def ask(self, language: str, asked: Asked, admit: Callable[[], None]) -> Page:
        """The page after a message, a chosen topic, or the wish to see the page again."""
        try:
            answer = None if asked.only_show else await self._answer(language, asked, admit)
            return await self._transcript(language, asked, answer, admit)
        except LyhtyError as error:
            return await self._problem(language, asked, error)

    async def delete(self, language: str, token: str) -> Page:
        """Everything is removed at once; the page says so, also when there was nothing."""
        try:
            await self._conversations.delete(token)
        except ConversationUnknown:
            pass
        except LyhtyError:
            return self.error(language, DeletionFailed(), token)
        return self._ended(language, "deleted", 200)

    def error(self, language: str, error: LyhtyError, token: str = "") -> Page:
        """A page of its own for an error; with a token, deleting can be tried again."""
        html = self._pages.notice(Frame(language, token, error=error), _replies(error))
        return Page(html, error.status, error.retry_after)

    async def _answer(self, language: str, asked: Asked, admit: Callable[[], None]) -> MessageAnswer:
        post = Post(asked.token, asked.message_id, language, admit, may_begin=not asked.begun)
        if asked.topic:
            return await self._messages.choose(post, asked.topic)
        return await self._messages.answer(post, asked.text)

    async def _transcript(
        self, language: str, asked: Asked, answer: MessageAnswer | None, admit: Callable[[], None]
    ) -> Page:
        if answer is None:
            admit()
        typed = asked.text if asked.only_show or asked.topic else ""
        frame = Frame(language, asked.token, typed, begun=True)
        try:
            turns = (await self._conversations.show(asked.token, language)).turns
        except LyhtyError as error:
            raise error.saying(*(answer.replies if answer else ())) from None
        if asked.part:
            return Page(self._pages.turns(frame, turns, asked.seen))
        page = self._pages.whole_conversation if asked.in_full else self._pages.conversation
        return Page(page(frame, turns))

    async def _problem(self, language: str, asked: Asked, error: LyhtyError) -> Page:
        if isinstance(error, ConversationDeleted) and not error.replies:
            return self._ended(language, "deleted", error.status)
        token = self._conversations.new_token() if isinstance(error, _TOKEN_DEAD) else asked.token
        typed = "" if isinstance(error, ConversationDeleted) else asked.text
        frame = Frame(language, token, typed, None if _says_itself(error) else error)
        if asked.part:
            html = self._pages.failure(frame, _replies(error))
        else:
            html = await self._whole_problem(frame, error)
        return Page(html, error.status, error.retry_after)

    async def _whole_problem(self, frame: Frame, error: LyhtyError) -> str:
        turns = await self._turns_if_any(frame)
        if turns or error.replies:
            return self._pages.conversation(replace(frame, begun=bool(turns)), turns, _replies(error))
        return self._pages.first(frame)

    async def _turns_if_any(self, frame: Frame) -> list[TurnShown]:
        try:
            return (await self._conversations.show(frame.token, frame.language)).turns
        except LyhtyError:
            return []

    def _ended(self, language: str, card: str, status: int) -> Page:
        replies = self._presentation.show((Decision(kind="notice", card=card),), language)
        return Page(self._pages.notice(Frame(language, ""), replies), status)


def _says_itself(error: LyhtyError) -> bool:
    """Whether the replies of an error already say what went wrong."""
    return isinstance(error, StorageUnavailable) and bool(error.replies)


def _replies(error: LyhtyError) -> list[Reply]:
    return [reply for reply in error.replies if isinstance(reply, Reply)]
