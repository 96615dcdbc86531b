"""The store forgets words at once, turns after a while, and everything when told to."""

import asyncio

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from valkey.asyncio import Valkey

from bot.stores.tracker_store import ConversationDeleted, ForgetfulTrackerStore
from bot.stores.turns import TURNS_KEPT

SENDER = "a-random-id-of-a-conversation"
KEY = f"lyhty:tracker:{SENDER}"


@pytest.fixture
def store(valkey: Valkey) -> ForgetfulTrackerStore:
    return ForgetfulTrackerStore(valkey, 60, Domain.empty())


def _tracker(turns: int) -> DialogueStateTracker:
    tracker = DialogueStateTracker(SENDER, [])
    for number in range(turns):
        _say(tracker, f"topic.number-{number}")
    return tracker


def _say(tracker: DialogueStateTracker, intent: str) -> None:
    tracker.update(UserUttered("planted", {"name": intent, "confidence": 0.9}))
    for event in (ActionExecuted("action_answer"), BotUttered("planted"), ActionExecuted("action_listen")):
        tracker.update(event)


def _intents(tracker: DialogueStateTracker | None) -> list[str]:
    assert tracker is not None
    return [event.intent["name"] for event in tracker.events if isinstance(event, UserUttered)]


async def test_what_was_said_comes_back_as_meaning(store: ForgetfulTrackerStore) -> None:
    await store.save(_tracker(2))
    found = await store.retrieve(SENDER)
    assert _intents(found) == ["topic.number-0", "topic.number-1"]
    assert found is not None
    assert "planted" not in str([event.as_dict() for event in found.events])


async def test_a_new_conversation_is_none_and_leaves_nothing(store: ForgetfulTrackerStore, valkey: Valkey) -> None:
    assert await store.retrieve(SENDER) is None
    await store.get_or_create_tracker(SENDER)
    await store.save(_tracker(0))
    assert await valkey.keys("*") == []


async def test_only_the_last_turns_are_kept(store: ForgetfulTrackerStore) -> None:
    await store.save(_tracker(40))
    assert _intents(await store.retrieve(SENDER)) == [f"topic.number-{n}" for n in range(40 - TURNS_KEPT, 40)]


async def test_it_grows_no_further_over_many_turns(store: ForgetfulTrackerStore, valkey: Valkey) -> None:
    sizes = []
    for number in range(20):
        tracker = await store.get_or_create_tracker(SENDER)
        _say(tracker, f"topic.number-{number % 10}")
        await store.save(tracker)
        sizes.append(await valkey.strlen(KEY))
    assert sizes[-1] == sizes[TURNS_KEPT]


async def test_it_lives_for_the_idle_time_from_the_last_turn(store: ForgetfulTrackerStore, valkey: Valkey) -> None:
    await store.save(_tracker(1))
    assert await valkey.ttl(KEY) == 60
    await valkey.expire(KEY, 3)
    await store.save(_tracker(2))
    assert await valkey.ttl(KEY) == 60


async def test_after_its_time_it_is_gone(valkey: Valkey) -> None:
    store = ForgetfulTrackerStore(valkey, 1)
    await store.save(_tracker(1))
    await asyncio.sleep(1.2)
    assert await store.retrieve(SENDER) is None
    assert await valkey.keys("*") == []


async def test_deleted_is_deleted(store: ForgetfulTrackerStore, valkey: Valkey) -> None:
    await store.save(_tracker(2))
    await store.delete(SENDER)
    with pytest.raises(ConversationDeleted):
        await store.retrieve(SENDER)
    assert (await valkey.get(KEY), await valkey.ttl(KEY)) == ("deleted", 60)


async def test_a_turn_that_was_on_its_way_does_not_bring_it_back(store: ForgetfulTrackerStore, valkey: Valkey) -> None:
    await store.save(_tracker(1))
    on_its_way = await store.get_or_create_tracker(SENDER)
    await store.delete(SENDER)
    _say(on_its_way, "topic.late")
    await store.save(on_its_way)
    assert await valkey.get(KEY) == "deleted"


async def test_nobody_can_list_conversations(store: ForgetfulTrackerStore) -> None:
    await store.save(_tracker(1))
    assert list(await store.keys()) == []
