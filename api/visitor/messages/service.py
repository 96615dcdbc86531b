"""One message and its answer: danger first, then everything else, and nothing that fails takes the danger reply away.

The order is the promise (P6): the danger check runs on what was typed before limits, store and dialogue are asked,
and its replies stand first in the answer, also when the answer is an error.
"""

from collections.abc import Awaitable, Callable

from api.conversations.service import Conversation
from api.conversations.turns import Decision, Turn
from api.errors import LyhtyError, StorageUnavailable, UnexpectedFailure
from api.visitor.danger import find_danger, is_safe_word
from api.visitor.messages.dialogue import SAFE_WORD, Dialogue
from api.visitor.messages.errors import TopicNotOffered
from api.visitor.messages.once import Once
from api.visitor.messages.post import Post
from api.visitor.messages.schemas import MessageAnswer
from api.visitor.messages.words import check, readable
from api.visitor.presentation import Presentation
from process.logs import trouble

_NOTHING_REMEMBERED = Decision(kind="notice", card="storage-unavailable")
_Answering = Callable[[], Awaitable[MessageAnswer]]


class Messages:
    """Answers visitors' messages. Both methods raise any `LyhtyError`, whose `replies` must be shown all the same."""

    def __init__(self, once: Once, dialogue: Dialogue, presentation: Presentation) -> None:
        self._once = once
        self._dialogue = dialogue
        self._presentation = presentation

    async def answer(self, post: Post, text: str) -> MessageAnswer:
        """Answer words.

        Args:
            post: what comes with the message.
            text: what was typed, at most 2,000 characters.

        Raises:
            LanguageUnknown, TextEmpty, TextTooLong: the message cannot be taken as it is.
            ConversationUnknown, ConversationExpired, ConversationDeleted: there is no such conversation (any more).
            MessageIdReused, AnswerPending, ConversationFull, ConversationsFull: see `conversations/errors.py`.
            MessagesTooFast, RequestsTooFast, TooManyConversations: a limit is reached; `retry_after` says for how long.
            StorageUnavailable: nothing can be remembered; `replies` holds what can be said all the same.
        """
        words = readable(text)
        urgent = _urgent(words)

        async def answered() -> MessageAnswer:
            check(words)
            decide = self._dialogue.about(words, post.language, urgent)
            return await self._once.answer(post, ("text", words), decide, in_danger=bool(urgent))

        return await self._whatever_happens(post, urgent, answered)

    async def choose(self, post: Post, topic: str) -> MessageAnswer:
        """Answer the choice of a topic, which needs no dialogue; raises as `answer`, and TopicNotOffered."""

        async def answered() -> MessageAnswer:
            if topic not in self._presentation.topics:
                raise TopicNotOffered
            turns = (
                Turn(by="visitor", topic=topic),
                Turn(by="lyhty", decisions=(Decision(kind="answer", topic=topic),)),
            )
            return await self._once.answer(post, ("topic", topic), _always(turns), in_danger=False)

        return await self._whatever_happens(post, (), answered)

    async def _whatever_happens(self, post: Post, urgent: tuple[Decision, ...], answered: _Answering) -> MessageAnswer:
        """Give the answer, or an error with the danger replies in front of all that is said."""
        try:
            self._presentation.check_language(post.language)
            post.admit()
            return await answered()
        except LyhtyError as error:
            raise self._with_help(error, post, urgent) from None
        except Exception as failure:
            trouble("messages", "answer_failed", error=type(failure).__name__.lower()[:40])
            raise self._with_help(UnexpectedFailure(), post, urgent) from None

    def _with_help(self, error: LyhtyError, post: Post, urgent: tuple[Decision, ...]) -> LyhtyError:
        show = self._presentation.show
        if not error.replies:  # otherwise the whole answer is there, and only could not be kept
            error.saying(*show(urgent, post.language))
        if isinstance(error, StorageUnavailable):
            error.replies = (*error.replies, *show((_NOTHING_REMEMBERED,), post.language))
        return error


def _urgent(words: str) -> tuple[Decision, ...]:
    if is_safe_word(words):
        return (Decision(kind="danger", danger=SAFE_WORD),)
    danger = find_danger(words)
    return (Decision(kind="danger", danger=danger.kind),) if danger else ()


def _always(turns: tuple[Turn, Turn]) -> Callable[[Conversation], Awaitable[tuple[Turn, Turn]]]:
    async def decide(_: Conversation) -> tuple[Turn, Turn]:
        return turns

    return decide
