"""One turn of a conversation: from words to decisions. The only place in the bot where words are looked at.

Rasa would carry the text through its tracker, its action calls and its logs. Here it is given to the language
understanding alone; what goes on into the dialogue is the meaning. So there is no text that a failure further on could
show, and no text in which `/restart` or `/intent{…}` could be taken for a command.
"""

from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.action_server import ActionsUnavailable
from bot.danger_lines import DANGER
from bot.decisions import Decision, DecisionCollector


class ModelMissing(RuntimeError):
    """Rasa runs without a model."""


async def understand(agent: Agent, text: str, language: str) -> dict[str, Any]:
    """What the words mean: Rasa's parse data, without the words.

    Args:
        agent: Rasa's agent with its model.
        text: what the visitor wrote.
        language: the page's language, a hint.

    Raises:
        ModelMissing: there is no model to ask.
    """
    if agent.processor is None:
        raise ModelMissing
    parsed = await agent.processor.parse_message(UserMessage(text, metadata={"language": language}))
    return {
        "text": "",
        "entities": [],
        "intent": parsed["intent"],
        "intent_ranking": parsed.get("intent_ranking", []),
        "in_scope": parsed.get("in_scope", 0.0),
        DANGER: parsed.get(DANGER),
    }


async def decide(agent: Agent, sender: str, meaning: dict[str, Any]) -> list[Decision]:
    """Decide what answers a message, and remember its meaning.

    Args:
        agent: Rasa's agent with its model.
        sender: the conversation's random id.
        meaning: of the message, by `understand`.

    Raises:
        ActionsUnavailable: the action server gave no decision.
    """
    remembered = {name: value for name, value in meaning.items() if name != DANGER}
    collector = DecisionCollector()
    await agent.handle_message(UserMessage("", collector, sender, remembered, input_channel=collector.name()))
    if not collector.decisions:
        raise ActionsUnavailable  # Rasa goes on when an action fails, so nothing else tells
    return collector.decisions
