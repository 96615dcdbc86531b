"""What an action knows of a message: its meaning and that of the one before, never words (see bot/action_server.py)."""

from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from content.intents import is_topic, topic_of

NOTHING_FOUND = ("unsure", "out_of_scope")


@dataclass(frozen=True)
class Meaning:
    """The meaning of the newest message.

    Attributes:
        intent: the answer policy's choice.
        confidence: 0–1.
        topics: topics by how near they are, the nearest first.
        nothing_found_before: whether the message before this one got no answer either.
    """

    intent: str
    confidence: float
    topics: tuple[str, ...]
    nothing_found_before: bool

    @classmethod
    def of(cls, tracker: Tracker) -> "Meaning":
        """Read it from what Rasa sends."""
        newest: dict[str, Any] = tracker.latest_message
        ranked = [entry["name"] for entry in newest.get("intent_ranking", [])]
        return cls(
            intent=newest["intent"]["name"],
            confidence=round(newest["intent"]["confidence"], 2),
            topics=tuple(topic_of(name) for name in ranked if is_topic(name)),
            nothing_found_before=_intent_before(tracker.events) in NOTHING_FOUND,
        )


def _intent_before(events: list[dict[str, Any]]) -> str:
    said = [event["parse_data"]["intent"]["name"] for event in events if event["event"] == "user"]
    return said[-2] if len(said) > 1 else ""
