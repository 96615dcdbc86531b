"""What is sealed is small, says which answer and never its words, and is read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from api.conversations.turns import Decision, Turn

NAMES = st.text(alphabet="abcdefghij/-", min_size=1, max_size=20)
DECISIONS = st.builds(
    Decision,
    kind=st.sampled_from(["answer", "danger", "unsure", "out_of_scope", "small_talk", "handoff", "human", "notice"]),
    topic=st.none() | NAMES,
    suggestions=st.lists(NAMES, max_size=3).map(tuple),
    again=st.booleans(),
    card=st.none() | NAMES,
)
TURNS = st.builds(
    Turn,
    by=st.sampled_from(["visitor", "lyhty", "advisor"]),
    text=st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=100),
    masked=st.lists(NAMES, max_size=3).map(tuple),
    decisions=st.lists(DECISIONS, max_size=3).map(tuple),
)


@given(TURNS)
def test_a_turn_is_read_back_as_it_was(turn: Turn) -> None:
    assert Turn.model_validate_json(turn.model_dump_json(exclude_defaults=True)) == turn


def test_a_decision_has_no_room_for_words() -> None:
    assert not {"text", "html", "title"} & Decision.model_fields.keys()
    with pytest.raises(ValidationError):
        Decision.model_validate({"kind": "answer", "text": "generated"})


@pytest.mark.parametrize("wrong", [{"by": "somebody"}, {"by": "visitor", "address": "192.0.2.1"}, {}])
def test_a_turn_of_another_form_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Turn.model_validate(wrong)


def test_a_turn_cannot_be_changed_afterwards() -> None:
    with pytest.raises(ValidationError):
        Turn(by="visitor", text="x").text = "y"
