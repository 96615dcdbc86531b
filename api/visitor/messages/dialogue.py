"""What Lyhty says about somebody's words: first what to do in danger, then what the dialogue model chose, or a static
card.

Words go to the dialogue and into the transcript only with personal data masked. When the dialogue does not answer in
time, a card with numbers to call stands in.
"""

from collections.abc import Awaitable, Callable

from api.bot_client import BotClient, BotUnavailable
from api.conversations.service import Conversation, Conversations
from api.conversations.turns import Decision, Turn
from api.visitor.presentation import Presentation
from api.visitor.privacy import mask
from content.schema import REFUSAL_CARDS, DangerKind

# In all, so that help is there within five seconds whatever happens to the dialogue.
_WITHIN_SECONDS = 4.0
_WITHIN_SECONDS_IN_DANGER = 1.5
_BOT_UNAVAILABLE = Decision(kind="notice", card="bot-unavailable")
SAFE_WORD = "safe-word"
# Commands that show the last answer again, some of them in its short form; each has a card of its name.
_BRIEFLY = {"simpler", "slower"}
_SAYS_AGAIN = {"repeat", *_BRIEFLY}
_NOTHING_TO_REPEAT = Decision(kind="notice", card="repeat-nothing")
# Somebody who speaks of danger is not greeted or refused in the same breath, or told that Lyhty knows nothing of it.
_UNFIT_IN_DANGER = {"out_of_scope", "small_talk"}


class Dialogue:
    """Decides about words.

    Args:
        bot: the dialogue model.
        conversations: where earlier turns are read when somebody asks to hear them again.
        presentation: knows what can be shown.
    """

    def __init__(self, bot: BotClient, conversations: Conversations, presentation: Presentation) -> None:
        self._bot = bot
        self._conversations = conversations
        self._presentation = presentation

    def about(
        self, words: str, language: str, urgent: tuple[Decision, ...]
    ) -> Callable[[Conversation], Awaitable[tuple[Turn, Turn]]]:
        """What is to be done once the message is claimed: gives the visitor's turn and Lyhty's.

        Args:
            words: the visitor's words, readable and unmasked.
            language: language of the page.
            urgent: what the danger check decided.
        """

        async def decide(conversation: Conversation) -> tuple[Turn, Turn]:
            masked = mask(words, self._presentation.help_numbers)
            more = () if _is_safe_word(urgent) else await self._asked(conversation, masked.text, language, bool(urgent))
            visitor = Turn(by="visitor", text=masked.text, masked=tuple(masked.kinds))
            return visitor, Turn(by="lyhty", decisions=(*urgent, *more))

        return decide

    async def _asked(
        self, conversation: Conversation, masked_text: str, language: str, in_danger: bool
    ) -> tuple[Decision, ...]:
        within = _WITHIN_SECONDS_IN_DANGER if in_danger else _WITHIN_SECONDS
        try:
            said = await self._bot.decide(conversation.sender, masked_text, language, within=within)
        except BotUnavailable as unavailable:
            return (*_sensed(unavailable.danger, in_danger), _BOT_UNAVAILABLE)
        sensed, decisions = _sensed(said.danger, in_danger), said.decisions
        if not all(map(self._presentation.is_showable, decisions)):
            return (*sensed, _BOT_UNAVAILABLE)
        if again := next((each for each in decisions if each.card in _SAYS_AGAIN), None):
            decisions = await self._said_again(conversation, again)
        urgent = in_danger or bool(sensed)
        return (*sensed, *(each for each in decisions if not (urgent and _is_unfit_in_danger(each))))

    async def _said_again(self, conversation: Conversation, asked: Decision) -> tuple[Decision, ...]:
        brief = asked.card in _BRIEFLY
        for turn in reversed(await self._conversations.turns(conversation)):
            if said := list(filter(_is_worth_saying_again, turn.decisions)):
                return (asked, *(each.model_copy(update={"brief": brief}) for each in said))
        return (_NOTHING_TO_REPEAT,)


def _sensed(danger: DangerKind | None, found_before: bool) -> tuple[Decision, ...]:
    """The danger that the model senses comes first, where the matcher has found none."""
    return (Decision(kind="danger", danger=danger),) if danger and not found_before else ()


def _is_unfit_in_danger(decision: Decision) -> bool:
    return decision.kind in _UNFIT_IN_DANGER or decision.card in REFUSAL_CARDS


def _is_worth_saying_again(decision: Decision) -> bool:
    return decision.kind != "small_talk" and decision.card not in {*_SAYS_AGAIN, _NOTHING_TO_REPEAT.card}


def _is_safe_word(urgent: tuple[Decision, ...]) -> bool:
    return any(each.danger == SAFE_WORD for each in urgent)
