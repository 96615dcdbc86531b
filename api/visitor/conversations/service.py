"""What a visitor can do with a conversation as a whole: begin it, read it again, remove it."""

from collections.abc import Callable

from api.conversations.service import Conversations
from api.conversations.tokens import new_token
from api.visitor.conversations.schemas import ConversationBegun
from api.visitor.messages.schemas import ConversationShown
from api.visitor.presentation import Presentation


class VisitorConversations:
    """The visitor's own conversation.

    Args:
        conversations: where they are kept.
        presentation: shows the transcript.
        admit_new: raises when no more conversations may begin now.
        forget: tells the dialogue to forget a sender.
    """

    def __init__(
        self,
        conversations: Conversations,
        presentation: Presentation,
        admit_new: Callable[[], None],
        forget: Callable[[str], None],
    ) -> None:
        self._conversations = conversations
        self._presentation = presentation
        self._admit_new = admit_new
        self._forget = forget

    def new_token(self) -> str:
        """A token for a page's first form. Nothing is kept of it until the form is posted."""
        return new_token()

    async def begin(self, language: str) -> ConversationBegun:
        """Begin a conversation.

        Raises:
            LanguageUnknown: the code is none that Lyhty speaks.
            TooManyConversations, ConversationsFull: no more may begin now.
            StorageUnavailable: nothing can be remembered now.
        """
        self._presentation.check_language(language)
        self._admit_new()
        token = new_token()
        conversation = await self._conversations.begin(token, language)
        return ConversationBegun(token=token, language=language, expires_in=conversation.expires_in)

    async def show(self, token: str, language: str | None = None) -> ConversationShown:
        """The transcript, shown in `language`, or else in the language of the last message.

        Raises:
            ConversationUnknown, ConversationExpired, ConversationDeleted: it is not there, and why.
            StorageUnavailable: it cannot be read now.
        """
        conversation = await self._conversations.open(token)
        shown_in = self._presentation.language_or_default(language or conversation.language)
        turns = self._presentation.show_turns(await self._conversations.turns(conversation), shown_in)
        return ConversationShown(
            state=conversation.state, language=shown_in, expires_in=conversation.expires_in, turns=turns
        )

    async def delete(self, token: str) -> None:
        """Remove the conversation at once, everywhere; the token stays dead, also if it was never used.

        Deleting again does no harm.

        Raises:
            ConversationUnknown: there was nothing under this token.
            StorageUnavailable: it could not be removed now; it disappears by itself when its time is over.
        """
        sender = await self._conversations.delete(token)
        if sender is not None:
            self._forget(sender)
