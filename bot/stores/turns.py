"""What of a conversation is kept: the meaning of its last turns. Words, names of people and times are not.

Rasa's own form of a tracker repeats every event with its text, its entities and its exact time. Here a turn is an
intent, a confidence and an action, and a tracker is rebuilt from that: enough for the rules, worthless to a thief.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, SessionStarted, UserUttered

TURNS_KEPT = 6
# Rebuilt events all carry this time: when a turn was is nobody's business, and the rules don't ask. (Zero would not do:
# Rasa puts the present in its place.)
_NO_TIME = 1.0


class Turn(NamedTuple):
    """One question and what was decided.

    Attributes:
        intent: name of the intent, never words.
        confidence: 0–1, two decimals.
        action: name of the action that decided the answer.
    """

    intent: str
    confidence: float
    action: str


def turns_of(events: Iterable[Event]) -> list[Turn]:
    """The answered turns among a tracker's events, oldest first.

    A turn whose action failed has no answer, was reported to the caller as failed, and so never happened.
    """
    turns: list[Turn] = []
    asked: UserUttered | None = None
    action = ""
    for event in events:
        if isinstance(event, UserUttered):
            asked = event
        elif isinstance(event, ActionExecuted):
            action = event.action_name or ""
        elif isinstance(event, BotUttered) and asked is not None:
            turns.append(Turn(asked.intent["name"], round(asked.intent.get("confidence", 0.0), 2), action))
            asked = None
    return turns


def events_of(turns: Iterable[Turn]) -> list[Event]:
    """The events that Rasa needs to see in order to go on after these turns."""
    events: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME, timestamp=_NO_TIME),
        SessionStarted(timestamp=_NO_TIME),
        ActionExecuted(ACTION_LISTEN_NAME, timestamp=_NO_TIME),
    ]
    for turn in turns:
        intent = {"name": turn.intent, "confidence": turn.confidence}
        events += [
            UserUttered("", intent, timestamp=_NO_TIME),
            ActionExecuted(turn.action, timestamp=_NO_TIME),
            BotUttered(timestamp=_NO_TIME),
            ActionExecuted(ACTION_LISTEN_NAME, timestamp=_NO_TIME),
        ]
    return events


def dumped(turns: Iterable[Turn]) -> str:
    """The turns as they lie in the store."""
    return json.dumps(list(turns), separators=(",", ":"))


def loaded(stored: str) -> list[Turn]:
    """The turns that `dumped` wrote."""
    return [Turn(*fields) for fields in json.loads(stored)]
