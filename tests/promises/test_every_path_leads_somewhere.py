"""No dead end: from the first screen every answer can be reached, and from every answer a person, within two steps."""

import uuid
from collections import deque
from pathlib import Path

import pytest

from bench.running import RunningLyhty
from content.library import Library
from content.schema import DANGER_CARDS
from tests.promises.visitor import Visitor

LIBRARY = Library.load(Path(__file__).parents[2] / "content")
HUMAN = "services/human-advisor"
STEPS_TO_A_PERSON = 2

Reply = dict[str, object]


def choose(visitor: Visitor, topic: str) -> Reply:
    body = {"topic": topic, "language": visitor.language, "id": str(uuid.uuid4())}
    answer = visitor.http.post("/api/messages", json=body, headers=visitor.authorization)
    assert answer.status_code == 200, answer.text
    (reply,) = answer.json()["replies"]
    return dict(reply)


def walk(lyhty: RunningLyhty, language: str) -> dict[str, Reply]:
    """Every answer that can be reached from the first screen's buttons by choosing what is offered, as it is shown."""
    seen: dict[str, Reply] = {}
    waiting = deque(situation.topic for situation in LIBRARY.situations(language))
    visitor = Visitor(lyhty.visitor, language).begins()
    while waiting:
        topic = waiting.popleft()
        if topic in seen:
            continue
        if len(seen) % 40 == 39:  # a conversation holds so many turns
            visitor = Visitor(lyhty.visitor, language).begins()
        seen[topic] = choose(visitor, topic)
        waiting.extend(offered(seen[topic]))
    return seen


def offered(reply: Reply) -> list[str]:
    suggestions = reply["suggestions"]
    assert isinstance(suggestions, list)
    return [each["topic"] for each in suggestions]


@pytest.fixture(scope="module", params=["fi", "en"])
def walked(request: pytest.FixtureRequest, lyhty: RunningLyhty) -> dict[str, Reply]:
    return walk(lyhty, request.param)


def test_every_answer_can_be_reached_by_buttons_alone(walked: dict[str, Reply]) -> None:
    assert set(walked) == set(LIBRARY.topic_ids)


def test_every_answer_leads_on(walked: dict[str, Reply]) -> None:
    for topic, reply in walked.items():
        assert set(offered(reply)) - {topic}, topic
        assert topic not in offered(reply)


def test_every_answer_leads_to_a_person(walked: dict[str, Reply]) -> None:
    for topic in walked:
        reached, steps = {topic}, 0
        while HUMAN not in reached and steps < STEPS_TO_A_PERSON:
            reached |= {each for one in reached for each in offered(walked[one])}
            steps += 1
        assert HUMAN in reached, topic


def test_every_answer_names_two_kinds_of_helpers_and_a_way_to_them(walked: dict[str, Reply]) -> None:
    for topic, reply in walked.items():
        services = reply["services"]
        assert isinstance(services, list)
        assert {each["kind"] for each in services} == {"authority", "independent"}, topic
        assert any(each["phones"] for each in services), topic


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_rule_of_the_dialogue_leads_into_nothing(lyhty: RunningLyhty, language: str) -> None:
    """What is not understood, twice in a row, offers something and the person first."""
    visitor = Visitor(lyhty.visitor, language).begins()
    first, second = (visitor.asks("xqzv wrtp kjhg")["replies"][0] for _ in range(2))
    assert offered(first)[-1:] == [HUMAN]
    assert offered(second)[:1] == [HUMAN]


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("card", DANGER_CARDS)
def test_every_danger_card_has_a_number_to_call(language: str, card: str) -> None:
    services = [LIBRARY.service(each) for each in LIBRARY.card(card, language).services]
    assert any(service.phones for service in services)
