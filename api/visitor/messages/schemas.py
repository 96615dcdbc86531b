"""What a visitor is shown, the same for the pages and for the JSON interface, so that the two cannot drift apart."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.conversations.turns import Kind

Author = Literal["visitor", "lyhty", "advisor"]


class Shown(BaseModel):
    """Base of all that is shown: read-only, made by us alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PhoneShown(Shown):
    """A number to call, with what a watched person must know before calling."""

    number: str = Field(description="As people write it.")
    tel: str = Field(description="For a `tel:` link.")
    cost: str = Field(description="`free`, `normal` or `unknown`.")
    on_bill: str = Field(description="Whether the call shows on a bill: `yes`, `no` or `unknown`.")
    on_call_log: str = Field(description="Whether the call shows in the phone's list of calls.")
    label: str | None = Field(default=None, description="What this number is for, when a service has several.")


class ServiceShown(Shown):
    """A helping organisation."""

    id: str
    kind: str = Field(description="`authority` or `independent`.")
    name: str
    what: str = Field(description="What it does, in one plain sentence.")
    phones: list[PhoneShown] = []
    email: str | None = None
    web: str | None = None
    hours: str | None = None
    languages: str | None = None
    anonymous: str = Field(description="Whether one may call without a name: `yes`, `no`, `partly` or `unknown`.")
    region: str | None = None
    checked: str | None = Field(default=None, description="When these facts were last read at their source.")


class SourceShown(Shown):
    """Where an answer comes from."""

    title: str
    section: str | None = None
    url: str
    checked: str = Field(description="How new the text was that was read: a day, a month, or `undated`.")


class Suggestion(Shown):
    """A topic that can be chosen: post its `topic` to get it."""

    topic: str
    title: str


class Reply(Shown):
    """One thing Lyhty says. Every word was written by a person and stands in the content library."""

    kind: Kind
    topic: str | None = Field(default=None, description="Id of the topic that answers.")
    title: str | None = None
    text: str = Field(description="The answer as plain text.")
    html: str = Field(description="The answer as HTML without scripts or styles.")
    language: str = Field(description="The language really given; another than asked for when there is no translation.")
    sources: list[SourceShown] = []
    services: list[ServiceShown] = []
    reviewed: date | None = Field(default=None, description="When a person last read the answer through.")
    review_by: date | None = None
    overdue: bool = Field(default=False, description="The answer should have been read through again by now.")
    status: str | None = Field(default=None, description="`draft` or `reviewed`.")
    suggestions: list[Suggestion] = []
    small_talk: str | None = None
    danger: str | None = Field(default=None, description="Which danger the words spoke of, e.g. `immediate-danger`.")


class MessageAnswer(Shown):
    """The answer to one message. `replies` starts with what to do in danger, if the words spoke of any."""

    state: str = Field(description="Who is speaking with the visitor: `bot`, `waiting`, `advisor` or `closed`.")
    replies: list[Reply]
    masked: list[str] = Field(description="Kinds of personal data that were masked before the words went on.")


class TurnShown(Shown):
    """One turn of the transcript. A visitor's words stand as they were kept: with personal data masked."""

    by: Author
    text: str | None = None
    masked: list[str] = []
    replies: list[Reply] = []


class ConversationShown(Shown):
    """A conversation as its visitor sees it."""

    state: str
    language: str
    expires_in: int = Field(description="Seconds until the conversation disappears if nothing more is asked.")
    turns: list[TurnShown]
