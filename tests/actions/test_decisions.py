"""Each action's decision, run by the SDK as the server runs it."""

from typing import Any

import pytest
from rasa_sdk.executor import ActionExecutor

from actions.server import ACTIONS
from tests.actions.calls import call


@pytest.fixture
def executor() -> ActionExecutor:
    made = ActionExecutor()
    for action in ACTIONS:
        made.register_action(action)
    return made


async def _decisions(executor: ActionExecutor, action: str, intent: str, **meaning: Any) -> list[dict[str, Any]]:
    result = await executor.run(call(action, intent, **meaning))
    assert result is not None
    assert result.events == []
    assert not [response for response in result.responses if response["text"]], "an action wrote words"
    return [response["custom"] for response in result.responses]


async def test_an_answer_and_three_others(executor: ActionExecutor) -> None:
    assert await _decisions(executor, "action_answer", "residence.reflection-period") == [
        {
            "kind": "answer",
            "topic": "residence/reflection-period",
            "suggestions": ["residence/permit-for-victims", "safety/threats", "about/anonymity"],
            "confidence": 0.61,
        }
    ]


async def test_an_answer_that_is_not_first_in_the_ranking_is_not_offered_again(executor: ActionExecutor) -> None:
    (decision,) = await _decisions(executor, "action_answer", "safety.threats")
    assert decision["suggestions"] == ["residence/reflection-period", "residence/permit-for-victims", "about/anonymity"]


async def test_a_ranking_of_one_offers_nothing_else(executor: ActionExecutor) -> None:
    (decision,) = await _decisions(executor, "action_answer", "safety.threats", ranking=[("safety.threats", 1.0)])
    assert decision["suggestions"] == []


@pytest.mark.parametrize(("before", "again"), [("", False), ("safety.threats", False), ("unsure", True)])
async def test_three_are_offered(executor: ActionExecutor, before: str, again: bool) -> None:
    assert await _decisions(executor, "action_offer", "unsure", before=before) == [
        {
            "kind": "unsure",
            "suggestions": ["residence/reflection-period", "residence/permit-for-victims", "safety/threats"],
            "again": again,
        }
    ]


@pytest.mark.parametrize(("before", "again"), [("", False), ("out_of_scope", True), ("unsure", True)])
async def test_out_of_scope_offers_nothing(executor: ActionExecutor, before: str, again: bool) -> None:
    decisions = await _decisions(executor, "action_out_of_scope", "out_of_scope", before=before)
    assert decisions == [{"kind": "out_of_scope", "suggestions": [], "again": again}]


async def test_small_talk(executor: ActionExecutor) -> None:
    decisions = await _decisions(executor, "action_small_talk", "small_talk.how-are-you")
    assert decisions == [{"kind": "small_talk", "small_talk": "how-are-you"}]


@pytest.mark.parametrize("name", ["delete", "repeat", "language", "simpler", "slower"])
async def test_a_command(executor: ActionExecutor, name: str) -> None:
    decisions = await _decisions(executor, "action_command", f"command.{name}")
    assert decisions == [{"kind": "command", "command": name}]


async def test_a_refusal_names_no_topic(executor: ActionExecutor) -> None:
    decisions = await _decisions(executor, "action_refuse", "refused.harm")
    assert decisions == [{"kind": "refused", "refused": "harm"}]


async def test_a_person_and_how_to_reach_one(executor: ActionExecutor) -> None:
    wanted, numbers = await _decisions(executor, "action_ask_for_human", "services.human-advisor")
    assert wanted == {"kind": "human"}
    assert (numbers["kind"], numbers["topic"]) == ("answer", "services/human-advisor")
    assert "services/human-advisor" not in numbers["suggestions"]
