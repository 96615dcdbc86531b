"""The decisions that actions send, in the form that the gateway renders (see `Decision` in api/bot_client.py)."""

from typing import Any

from actions.meaning import Meaning
from content.intents import topic_of

OFFERED = 3  # topics beside an answer, or in place of one

Decision = dict[str, Any]


def answer(meaning: Meaning) -> Decision:
    """The topic of the intent is the answer; the next nearest are offered beside it."""
    topic = topic_of(meaning.intent)
    others = [other for other in meaning.topics if other != topic]
    return {"kind": "answer", "topic": topic, "suggestions": others[:OFFERED], "confidence": meaning.confidence}


def offer(meaning: Meaning) -> Decision:
    """No topic is near enough: the nearest are offered. `again` asks for a different tone, and for a human."""
    return {"kind": "unsure", "suggestions": list(meaning.topics[:OFFERED]), "again": meaning.nothing_found_before}


def out_of_scope(meaning: Meaning) -> Decision:
    """The question is none of Lyhty's."""
    return {"kind": "out_of_scope", "suggestions": [], "again": meaning.nothing_found_before}


def small_talk(meaning: Meaning) -> Decision:
    """Greetings, thanks and the like: the card of that name."""
    return {"kind": "small_talk", "small_talk": meaning.intent.removeprefix("small_talk.")}


def command(meaning: Meaning) -> Decision:
    """The visitor wants the page to do something."""
    return {"kind": "command", "command": meaning.intent.removeprefix("command.")}


def refusal(meaning: Meaning) -> Decision:
    """The visitor asks for what Lyhty gives no help to. No topic is named with it, whatever is near."""
    return {"kind": "refused", "refused": meaning.intent.removeprefix("refused.")}


def human() -> Decision:
    """The visitor wants a person."""
    return {"kind": "human"}
