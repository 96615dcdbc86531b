"""What goes into the understanding and what comes out of it."""

from dataclasses import dataclass

UNSURE = "unsure"
OUT_OF_SCOPE = "out_of_scope"
REFUSED = "refused."  # how the intents begin that ask for help to harm others
# Intents that are no topic: what people say to anybody, what the page does, and what Lyhty gives no help to.
_NO_TOPIC = ("small_talk.", "command.", REFUSED, OUT_OF_SCOPE, UNSURE)


@dataclass(frozen=True)
class Example:
    """A way of saying something, and its intent, e.g. `safety.threats`, `small_talk.thanks` or `out_of_scope`."""

    text: str
    intent: str
    language: str


@dataclass(frozen=True)
class Understanding:
    """What a message means.

    Attributes:
        intent: an intent that was trained, `unsure` or `out_of_scope`: what the answer policy chose.
        confidence: probability, 0–1, that the best intent is right.
        ranking: the best intent, then all topics, each with its probability given that the message is in scope.
        in_scope: probability, 0–1, that the message is something that Lyhty answers.
        danger: the kind of danger that it speaks of (a danger card's name), or None.
    """

    intent: str
    confidence: float
    ranking: list[tuple[str, float]]
    in_scope: float
    danger: str | None = None


def is_topic(intent: str) -> bool:
    """Whether the intent stands for a curated topic."""
    return not intent.startswith(_NO_TOPIC)
