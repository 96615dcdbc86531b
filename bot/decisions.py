"""Collects what the actions decided, in place of a channel that speaks: Lyhty's bot never writes a sentence."""

from typing import Any

from rasa.core.channels.channel import OutputChannel

Decision = dict[str, Any]


class WordsFromTheBot(RuntimeError):
    """Something in the dialogue tried to answer with words of its own."""


class DecisionCollector(OutputChannel):
    """Takes the decisions of one turn, in order."""

    def __init__(self) -> None:
        """Start with none."""
        self.decisions: list[Decision] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name."""
        return "lyhty"

    async def send_custom_json(self, recipient_id: str, json_message: Decision, **_: Any) -> None:
        """Take a decision."""
        self.decisions.append(json_message)

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        """Refuse words.

        Raises:
            WordsFromTheBot: always.
        """
        raise WordsFromTheBot
