"""A turn without a model says so, whatever was written."""

from typing import cast

import pytest
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.turn import ModelMissing, decide, understand


async def test_nothing_is_understood_without_a_model() -> None:
    with pytest.raises(ModelMissing) as raised:
        await understand(Agent(), "planted", "fi")
    assert "planted" not in str(raised.value)


async def test_a_sensed_danger_is_told_and_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes on into the dialogue, and so into the store, holds no word of the danger."""
    seen = []

    class _Agent:
        async def handle_message(self, message: UserMessage) -> None:
            seen.append(message.parse_data)
            message.output_channel.decisions.append({"kind": "human"})

    meaning = {"text": "", "intent": {"name": "unsure"}, "danger": "self-harm"}
    await decide(cast(Agent, _Agent()), "a-random-id-of-a-conversation", meaning)
    assert seen == [{"text": "", "intent": {"name": "unsure"}}]
