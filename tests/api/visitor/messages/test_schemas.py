"""The form of what is shown is promised to others: a field that goes or changes its name breaks them."""

from pydantic import BaseModel

from api.visitor.messages.schemas import (
    ConversationShown,
    MessageAnswer,
    PhoneShown,
    Reply,
    ServiceShown,
    SourceShown,
    Suggestion,
    TurnShown,
)

PROMISED: dict[type[BaseModel], set[str]] = {
    Reply: {
        "kind", "topic", "title", "text", "html", "language", "sources", "services", "reviewed", "review_by", "overdue",
        "status", "suggestions", "small_talk", "danger",
    },
    MessageAnswer: {"state", "replies", "masked"},
    TurnShown: {"by", "text", "masked", "replies"},
    ConversationShown: {"state", "language", "expires_in", "turns"},
    Suggestion: {"topic", "title"},
    SourceShown: {"title", "section", "url", "checked"},
    PhoneShown: {"number", "tel", "cost", "on_bill", "on_call_log"},
    ServiceShown: {
        "id", "kind", "name", "what", "phones", "web", "hours", "languages", "anonymous", "region", "checked",
    },
}  # fmt: skip
KINDS = {"answer", "danger", "unsure", "out_of_scope", "small_talk", "handoff", "human", "notice"}


def test_every_promised_field_is_there() -> None:
    for model, fields in PROMISED.items():
        assert fields <= model.model_fields.keys(), model.__name__


def test_the_kinds_are_the_promised_ones() -> None:
    assert set(Reply.model_json_schema()["properties"]["kind"]["enum"]) == KINDS


def test_nothing_shown_has_room_for_a_time() -> None:
    for model in PROMISED:
        text = str(model.model_json_schema())
        assert "date-time" not in text
