"""What became of a question: the few cases that matter to the person who asked."""

from enum import StrEnum

from bench.evaluation.rows import SMALL_TALK
from bench.evaluation.way import UNSURE, Understood
from content.intents import intent_of

OUT_OF_SCOPE = "out_of_scope"
_REFUSED = "refused."
# The page offers to delete where somebody asks how to: that answers them as well as the topic does.
_COMMANDS = {"about/delete-chat": "command.delete"}


class Outcome(StrEnum):
    """What became of a question about a topic. Each question has exactly one."""

    RIGHT = "right at once"
    OFFERED = "right among the three offered"
    UNSURE = "three others offered"
    NOT_MY_SUBJECT = "said to be none of Lyhty's subjects"
    OTHER = "taken for small talk or a command"
    WRONG = "answered with a wrong topic"


def right_intents(topics: tuple[str, ...]) -> set[str]:
    """The intents that are right for a line with these labels."""
    return {
        *(f"small_talk.{topic.removeprefix(SMALL_TALK)}" for topic in topics if topic.startswith(SMALL_TALK)),
        *(intent_of(topic) for topic in topics if not topic.startswith(SMALL_TALK)),
        *(_COMMANDS[topic] for topic in topics if topic in _COMMANDS),
    }


def is_right(understood: Understood) -> bool:
    """Whether what was understood is among what is right."""
    return understood.intent in right_intents(understood.asked.topics)


def is_refused(understood: Understood) -> bool:
    """Whether Lyhty says that this is none of its subjects, or that it gives no help to it."""
    return understood.intent == OUT_OF_SCOPE or understood.intent.startswith(_REFUSED)


def is_best_topic_right(understood: Understood) -> bool:
    """Whether the first topic thought of is among what is right, whatever was done with that thought."""
    return understood.best in understood.asked.topics


def is_first_thought_right(understood: Understood) -> bool:
    """Whether the first thought of any kind is among what is right: what a stated confidence speaks of."""
    return understood.first in right_intents(understood.asked.topics)


def outcome_of(understood: Understood) -> Outcome:
    """The case of a question about a topic."""
    if is_right(understood):
        return Outcome.RIGHT
    if understood.topic is not None:
        return Outcome.WRONG
    if understood.intent == UNSURE:
        return Outcome.OFFERED if set(understood.suggested) & set(understood.asked.topics) else Outcome.UNSURE
    return Outcome.NOT_MY_SUBJECT if is_refused(understood) else Outcome.OTHER
