"""What an action reads out of a call."""

import pytest
from rasa_sdk import Tracker

from actions.meaning import Meaning
from tests.actions.calls import tracker


def _meaning(intent: str, before: str = "") -> Meaning:
    return Meaning.of(Tracker.from_dict(tracker(intent, before=before)))


def test_topics_are_ranked_without_what_is_none() -> None:
    assert _meaning("unsure").topics == (
        "residence/reflection-period",
        "residence/permit-for-victims",
        "safety/threats",
        "about/anonymity",
        "services/human-advisor",
    )


def test_the_confidence_is_rounded() -> None:
    assert _meaning("unsure").confidence == 0.61


@pytest.mark.parametrize("before", ["unsure", "out_of_scope"])
def test_nothing_was_found_before(before: str) -> None:
    assert _meaning("unsure", before).nothing_found_before


@pytest.mark.parametrize("before", ["", "safety.threats", "small_talk.no", "command.repeat"])
def test_something_was_found_or_nothing_asked_before(before: str) -> None:
    assert not _meaning("out_of_scope", before).nothing_found_before


def test_a_call_without_a_ranking_has_no_topics() -> None:
    bare = tracker("small_talk.yes")
    del bare["latest_message"]["intent_ranking"]
    assert Meaning.of(Tracker.from_dict(bare)).topics == ()
