"""Topic and intent translate into each other without loss."""

import pytest

from content.intents import IntentIsNoTopic, intent_of, is_topic, topic_of
from content.library import Library


def test_a_slash_becomes_a_dot_and_back() -> None:
    assert intent_of("residence/reflection-period") == "residence.reflection-period"
    assert topic_of("residence.reflection-period") == "residence/reflection-period"


def test_every_topic_of_the_product_comes_back_the_same(real: Library) -> None:
    assert [topic_of(intent_of(topic_id)) for topic_id in real.topic_ids] == list(real.topic_ids)


@pytest.mark.parametrize(
    "intent",
    [
        "unsure",
        "out_of_scope",
        "small_talk.greeting",
        "command.delete",
        "refused.harm",
        "residence/reflection-period",
        "",
        "a.b.c",
    ],
)
def test_what_is_no_topic_is_said_to_be_none(intent: str) -> None:
    assert not is_topic(intent)
    with pytest.raises(IntentIsNoTopic, match="stands for no topic"):
        topic_of(intent)
