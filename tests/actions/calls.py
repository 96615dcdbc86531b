"""Calls of the action server as Rasa makes them (bot/action_server.py)."""

from typing import Any

Ranking = list[tuple[str, float]]

RANKING: Ranking = [
    ("residence.reflection-period", 0.61),
    ("small_talk.greeting", 0.2),
    ("residence.permit-for-victims", 0.1),
    ("out_of_scope", 0.05),
    ("refused.harm", 0.04),
    ("safety.threats", 0.03),
    ("command.delete", 0.01),
    ("about.anonymity", 0.0),
    ("services.human-advisor", 0.0),
]


def tracker(intent: str, confidence: float = 0.6149, ranking: Ranking = RANKING, before: str = "") -> dict[str, Any]:
    said = [name for name in (before, intent) if name]
    return {
        "sender_id": "-",
        "latest_message": {
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": name, "confidence": score} for name, score in ranking],
        },
        "events": [{"event": "user", "parse_data": {"intent": {"name": name}}} for name in said],
    }


def call(action: str, intent: str, **meaning: Any) -> dict[str, Any]:
    return {"next_action": action, "version": "3.6.21", "domain": {}, "tracker": tracker(intent, **meaning)}
