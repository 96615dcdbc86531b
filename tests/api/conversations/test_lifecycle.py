"""Any order of beginning, saying, waiting and deleting ends as a plain description of the promise says it must."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from api.conversations.errors import ConversationDeleted, ConversationExpired, ConversationUnknown
from api.conversations.service import Conversations
from api.conversations.store import ConversationStore
from api.conversations.tokens import new_token
from api.conversations.turns import Turn
from api.conversations.valkey_client import connect, lives
from api.settings import Settings
from tests.api.clocks import StandingClock

_Result = TypeVar("_Result")
TOKENS = [new_token() for _ in range(3)]
IDLE, WHOLE = 30 * 60.0, 24 * 3600.0


@dataclass
class Told:
    """What the promise says about one token."""

    state: str = "unknown"
    idle_ends: float = 0.0
    ends: float = 0.0
    said: list[str] = field(default_factory=list)

    def at(self, now: float) -> str:
        if self.state == "open" and (now >= self.idle_ends or now >= self.ends):
            self.state, self.said = "expired", []
        return self.state

    def touched(self, now: float) -> None:
        self.idle_ends = now + IDLE


WRONG = {"unknown": ConversationUnknown, "expired": ConversationExpired, "deleted": ConversationDeleted}


class Lives(RuleBasedStateMachine):
    """Compares the real service on a real server with `Told`."""

    valkey_url = ""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.clock = StandingClock()
        settings = Settings(valkey_url=self.valkey_url, limits=False)
        self.store = ConversationStore(connect(settings), lives(settings))
        self.conversations = Conversations(self.store, self.clock)
        self.tokens = [new_token() for _ in TOKENS]
        self.told = [Told() for _ in TOKENS]

    def run(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        return self.loop.run_until_complete(work)

    @property
    def now(self) -> float:
        return self.clock.now().timestamp()

    @rule(which=st.integers(0, 2))
    def begins(self, which: int) -> None:
        told = self.told[which]
        if told.at(self.now) in {"expired", "deleted"}:
            with pytest.raises(WRONG[told.state]):
                self.run(self.conversations.begin(self.tokens[which], "fi"))
            return
        self.run(self.conversations.begin(self.tokens[which], "fi"))
        if told.state == "unknown":
            told.state, told.ends = "open", self.now + WHOLE
        told.touched(self.now)

    @rule(which=st.integers(0, 2), text=st.text(max_size=20))
    def says(self, which: int, text: str) -> None:
        told = self.told[which]
        if told.at(self.now) != "open":
            with pytest.raises(WRONG[told.state]):
                self.run(self._say(which, text))
            return
        self.run(self._say(which, text))
        told.said.append(text)
        told.touched(self.now)

    async def _say(self, which: int, text: str) -> None:
        conversation = await self.conversations.open(self.tokens[which])
        message = self.conversations.message(conversation, uuid4(), "text", text)
        assert await self.conversations.claim(conversation, message) is True
        turns = [Turn(by="visitor", text=text), Turn(by="lyhty")]
        assert await self.conversations.complete(conversation, message, "fi", turns)

    @rule(which=st.integers(0, 2))
    def deletes(self, which: int) -> None:
        told = self.told[which]
        if told.at(self.now) == "unknown":
            with pytest.raises(ConversationUnknown):
                self.run(self.conversations.delete(self.tokens[which]))
        else:
            sender = self.run(self.conversations.delete(self.tokens[which]))
            assert (sender is None) == (told.state != "open")
        told.state, told.said = "deleted", []

    @rule(seconds=st.sampled_from([1, 60, IDLE - 1, IDLE, IDLE + 1, 3 * IDLE]))
    def waits(self, seconds: float) -> None:
        self.clock.move(seconds=seconds)

    @rule(which=st.integers(0, 2))
    def reads(self, which: int) -> None:
        told = self.told[which]
        if told.at(self.now) != "open":
            with pytest.raises(WRONG[told.state]):
                self.run(self.conversations.open(self.tokens[which]))
            return
        conversation = self.run(self.conversations.open(self.tokens[which]))
        told.touched(self.now)
        turns = self.run(self.conversations.turns(conversation))
        assert [turn.text for turn in turns if turn.by == "visitor"] == told.said
        assert conversation.expires_in == int(min(told.idle_ends, told.ends) - self.now)

    @invariant()
    def the_clock_only_moves_by_hand(self) -> None:
        assert self.now >= StandingClock().now().timestamp()

    def teardown(self) -> None:
        self.run(self.store.close())
        self.loop.close()


def test_every_life_ends_as_promised(valkey_url: str) -> None:
    machine = type("Lives", (Lives,), {"valkey_url": valkey_url})
    quick = settings(max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=quick)
