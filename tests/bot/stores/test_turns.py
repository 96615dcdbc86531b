"""What is kept of a tracker, and that Rasa can go on from it."""

from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.stores.turns import Turn, dumped, events_of, loaded, turns_of

ASKED = Turn("residence.reflection-period", 0.83, "action_answer")
LOST = Turn("out_of_scope", 0.4, "action_out_of_scope")


def _said(intent: str, confidence: float, text: str = "") -> UserUttered:
    return UserUttered(text, {"name": intent, "confidence": confidence})


def _answered(action: str) -> list[Event]:
    return [ActionExecuted(action), BotUttered("words", {"custom": {}}), ActionExecuted("action_listen")]


def test_a_turn_is_an_intent_a_confidence_and_an_action() -> None:
    events = [_said("safety.threats", 0.123456, "planted"), *_answered("action_answer")]
    assert turns_of(events) == [Turn("safety.threats", 0.12, "action_answer")]


def test_nothing_else_is_kept() -> None:
    said = UserUttered("planted", {"name": "unsure", "confidence": 0.5}, [{"entity": "planted", "value": "planted"}])
    said.metadata = {"planted": "planted"}
    events = [SlotSet("planted", "planted"), said, *_answered("action_offer")]
    assert "planted" not in dumped(turns_of(events))
    assert "words" not in dumped(turns_of(events))


def test_a_turn_without_an_answer_never_happened() -> None:
    failed = [_said("unsure", 0.5), ActionExecuted("action_offer"), ActionExecuted("action_listen")]
    good = [_said("unsure", 0.5), *_answered("action_offer")]
    assert turns_of(failed) == []
    assert len(turns_of([*failed, *good])) == 1


def test_two_messages_of_one_turn_are_one_turn() -> None:
    events = [_said("services.human-advisor", 1), ActionExecuted("action_ask_for_human"), BotUttered(), BotUttered()]
    assert len(turns_of(events)) == 1


def test_what_is_stored_comes_back() -> None:
    assert loaded(dumped([ASKED, LOST])) == [ASKED, LOST]


def test_a_rebuilt_tracker_gives_the_same_turns() -> None:
    assert turns_of(events_of([ASKED, LOST])) == [ASKED, LOST]


def test_a_rebuilt_tracker_waits_for_the_visitor() -> None:
    tracker = DialogueStateTracker.from_events("-", events_of([ASKED, LOST]), [])
    assert tracker.latest_action_name == "action_listen"
    assert tracker.latest_message is not None
    assert tracker.latest_message.intent["name"] == "out_of_scope"
    assert tracker.applied_events()


def test_a_rebuilt_tracker_holds_no_time() -> None:
    assert {event.timestamp for event in events_of([ASKED, LOST])} == {1.0}
