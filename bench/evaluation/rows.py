"""The labelled lines that the evaluation measures with, and what a line may hold.

A file of JSON lines may hold any kinds of lines, in any languages: what a line is for is told by its fields.
"""

from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from content.schema import DangerKind

SMALL_TALK = "chitchat/"
OUTSIDE = "out-of-scope"


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("there are no words")
    return text


def _none_is_no_danger(kind: object) -> object:
    return None if kind == "none" else kind


Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Words = Annotated[str, AfterValidator(_not_blank)]


class Row(BaseModel):
    """What every line has: somebody's words, and the code of their language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Words
    language: Language = Field(validation_alias="lang")


class Asked(Row):
    """A question (or small talk, or something outside) with the topics that are right for it, the best one first."""

    topics: tuple[str, ...] = Field(min_length=1)
    register_: str | None = Field(default=None, validation_alias="register")
    """How it is written: spoken, formal, by a learner …"""

    @property
    def is_outside(self) -> bool:
        """Whether it is none of Lyhty's subjects."""
        return self.topics[0] == OUTSIDE

    @property
    def is_small_talk(self) -> bool:
        """Whether it is what people say to anybody."""
        return any(topic.startswith(SMALL_TALK) for topic in self.topics)


class Alarm(Row):
    """Words with the kind of danger that they speak of, or None."""

    kind: Annotated[DangerKind | None, BeforeValidator(_none_is_no_danger)] = Field(
        validation_alias=AliasChoices("crisis", "danger")
    )


class Span(BaseModel):
    """Something personal, as it stands in the words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Words
    kind: str


class Confided(Row):
    """Words with all that is personal in them, in its order."""

    spans: tuple[Span, ...]

    @model_validator(mode="after")
    def _holds_its_spans(self) -> Self:
        missing = [span.text for span in self.spans if span.text not in self.text]
        if missing:
            raise ValueError(f"the text does not hold {missing[0]!r}")
        return self


BY_FIELD: dict[str, type[Asked | Alarm | Confided]] = {
    "topics": Asked,
    "crisis": Alarm,
    "danger": Alarm,
    "spans": Confided,
}
"""The kind of a line by the field that only it has."""
