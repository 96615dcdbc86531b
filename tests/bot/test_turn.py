"""A turn without a model says so, whatever was written."""

import pytest
from rasa.core.agent import Agent

from bot.turn import ModelMissing, decide, understand


async def test_nothing_is_understood_without_a_model() -> None:
    with pytest.raises(ModelMissing) as raised:
        await understand(Agent(), "planted", "fi")
    assert "planted" not in str(raised.value)


async def test_nothing_is_decided_without_a_model() -> None:
    with pytest.raises(ModelMissing):
        await decide(Agent(), "a-random-id-of-a-conversation", "planted", "fi")
