"""Each question has one outcome, and it is the one that the person would name."""

import pytest

from bench.evaluation.outcomes import (
    Outcome,
    is_best_topic_right,
    is_first_thought_right,
    is_right,
    outcome_of,
    right_intents,
)
from bench.evaluation.way import Understood
from tests.bench.evaluation.labelled import understood


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (understood("area.one", "area/one"), Outcome.RIGHT),
        (understood("area.two", "area/one", "area/two"), Outcome.RIGHT),
        (understood("area.three", "area/one", "area/two", suggested=("area/one",)), Outcome.WRONG),
        (understood("unsure", "area/one", suggested=("area/two", "area/one")), Outcome.OFFERED),
        (understood("unsure", "area/one", "area/three", suggested=("area/three",)), Outcome.OFFERED),
        (understood("unsure", "area/one", suggested=("area/two",)), Outcome.UNSURE),
        (understood("out_of_scope", "area/one"), Outcome.NOT_MY_SUBJECT),
        (understood("refused.harm", "area/one"), Outcome.NOT_MY_SUBJECT),
        (understood("small_talk.yes", "area/one"), Outcome.OTHER),
        (understood("command.delete", "area/one"), Outcome.OTHER),
    ],
)
def test_outcomes(found: Understood, outcome: Outcome) -> None:
    assert outcome_of(found) is outcome
    assert is_right(found) is (outcome is Outcome.RIGHT)


def test_small_talk_is_right_when_its_name_is() -> None:
    assert is_right(understood("small_talk.greeting", "chitchat/greeting"))
    assert is_right(understood("about.bot-or-human", "chitchat/greeting", "about/bot-or-human"))
    assert not is_right(understood("small_talk.thanks", "chitchat/greeting"))
    assert not is_right(understood("chitchat.greeting", "chitchat/greeting"))


def test_offering_to_delete_answers_who_asks_how_to() -> None:
    assert is_right(understood("command.delete", "about/delete-chat"))
    assert is_right(understood("about.delete-chat", "about/delete-chat"))
    assert not is_right(understood("command.repeat", "about/delete-chat"))


def test_a_person_is_asked_for_as_any_topic_is() -> None:
    assert right_intents(("services/human-advisor",)) == {"services.human-advisor"}


def test_the_best_topic_is_judged_whatever_was_done_with_it() -> None:
    assert is_best_topic_right(understood("unsure", "area/one", suggested=("area/one", "area/two")))
    assert is_best_topic_right(understood("out_of_scope", "area/two", "area/one", suggested=("area/one",)))
    assert not is_best_topic_right(understood("unsure", "area/two", suggested=("area/one", "area/two")))
    assert not is_best_topic_right(understood("out_of_scope", "area/one"))


def test_a_first_thought_may_be_of_any_kind() -> None:
    assert is_first_thought_right(understood("unsure", "chitchat/greeting", first="small_talk.greeting"))
    assert is_first_thought_right(understood("unsure", "area/one", first="area.one"))
    assert not is_first_thought_right(understood("area.one", "area/one", first="small_talk.greeting"))
    assert not is_first_thought_right(understood("unsure", "area/one"))
