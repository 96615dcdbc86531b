"""The one translation between a topic's id and the name of the intent that the classifier learns for it.

Rasa uses `/` in intents for its response selectors, so a topic's slash becomes a dot.
"""

import re

from content.schema import TOPIC_ID

_TOPIC_INTENT = re.compile(TOPIC_ID.pattern.replace("/", r"\."))
_NO_TOPICS = ("command.", "refused.")


class IntentIsNoTopic(ValueError):
    """The intent stands for something other than a curated topic (small talk, a command, a refusal, unsure …)."""


def intent_of(topic_id: str) -> str:
    """The intent of a topic: `residence/reflection-period` → `residence.reflection-period`."""
    return topic_id.replace("/", ".")


def is_topic(intent: str) -> bool:
    """Whether the intent stands for a topic."""
    return bool(_TOPIC_INTENT.fullmatch(intent)) and not intent.startswith(_NO_TOPICS)


def topic_of(intent: str) -> str:
    """The topic of an intent: `residence.reflection-period` → `residence/reflection-period`.

    Raises:
        IntentIsNoTopic: the intent stands for something else.
    """
    if not is_topic(intent):
        raise IntentIsNoTopic(f"The intent '{intent}' stands for no topic.")
    return intent.replace(".", "/")
