"""What a conversation consists of: turns with masked words, and decisions about which answer to give.

Decisions are kept instead of answers, so that an answer is shown with today's content, in today's language.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["answer", "danger", "unsure", "out_of_scope", "small_talk", "handoff", "human", "notice"]
State = Literal["bot", "waiting", "advisor", "closed"]


class Decision(BaseModel):
    """Which answer to give: names only, never words. What each kind fills in stands in `api/bot_client.py`.

    `brief` asks for a topic's short form.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind
    topic: str | None = None
    suggestions: tuple[str, ...] = ()
    again: bool = False
    small_talk: str | None = None
    danger: str | None = None
    card: str | None = None
    brief: bool = False


class Turn(BaseModel):
    """One turn, as it is sealed: a visitor's words (masked) or chosen topic, or Lyhty's decisions."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["visitor", "lyhty", "advisor"]
    text: str | None = None
    topic: str | None = None
    masked: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
