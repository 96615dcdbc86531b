"""The transcript as a page wants it: the newest exchange open, what came before folded away above it."""

from collections.abc import Sequence

from api.visitor.messages.schemas import TurnShown

Turns = list[TurnShown]


def parted(turns: Sequence[TurnShown]) -> tuple[Turns, Turns]:
    """The earlier turns, and the newest exchange: the visitor's last turn with all that followed."""
    start = max((place for place, turn in enumerate(turns) if turn.by == "visitor"), default=0)
    return list(turns[:start]), list(turns[start:])
