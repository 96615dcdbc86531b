"""The content becomes training data, without a second file for an editor to know of."""

import shutil
from pathlib import Path

import pytest
from rasa.shared.core.events import ActionExecuted, UserUttered
from rasa.shared.nlu.constants import INTENT, TEXT

from bot.importer import ContentImporter
from content.intents import intent_of
from content.library import ContentInvalid
from tests.bot.asked import LIBRARY
from tests.bot.nlu.lines import lines
from tests.bot.programs import PROJECT

IMPORTER = ContentImporter(content_dir=str(PROJECT / "content"))


def _rules(importer: ContentImporter) -> dict[str, list[str]]:
    """The actions that follow each intent."""
    found: dict[str, list[str]] = {}
    for step in importer.get_stories().story_steps:
        intents = [event.intent_name for event in step.events if isinstance(event, UserUttered)]
        actions = [event.action_name for event in step.events if isinstance(event, ActionExecuted)]
        found[intents[0]] = [name for name in actions if name.startswith("action_") and name != "action_listen"]
    return found


def _examples(importer: ContentImporter) -> set[tuple[str, str, str]]:
    return {
        (message.get("metadata")["example"]["language"], message.get(INTENT), message.get(TEXT))
        for message in importer.get_nlu_data().training_examples
        if message.get(INTENT)  # lines of danger have none
    }


def test_each_topic_is_an_intent_that_its_answer_answers() -> None:
    rules = _rules(IMPORTER)
    intents = IMPORTER.get_domain().intents
    for topic in LIBRARY.topic_ids:
        wanted = "action_ask_for_human" if topic == "services/human-advisor" else "action_answer"
        assert rules[intent_of(topic)] == [wanted]
        assert intent_of(topic) in intents


def test_each_intent_has_exactly_one_rule_and_each_rule_an_intent() -> None:
    ours = {name for name in IMPORTER.get_domain().intents if name not in {"restart", "back", "out_of_scope"}}
    ours -= {"session_start", "nlu_fallback"}
    assert set(_rules(IMPORTER)) - {"out_of_scope"} == ours
    assert len(IMPORTER.get_stories().story_steps) == len(_rules(IMPORTER))


def test_each_action_is_in_the_domain() -> None:
    called = {action for actions in _rules(IMPORTER).values() for action in actions}
    assert called == {name for name in IMPORTER.get_domain().user_actions if name.startswith("action_")}


def test_all_ways_of_asking_are_examples_in_their_language() -> None:
    asked = {(line.language, intent_of(line.topic), line.text) for line in LIBRARY.questions()}
    assert asked <= _examples(IMPORTER)
    assert set(lines()) <= _examples(IMPORTER)
    assert _examples(IMPORTER) == asked | set(lines())


def test_the_order_is_always_the_same() -> None:
    def texts() -> list[str]:
        return [message.get(TEXT) for message in IMPORTER.get_nlu_data().training_examples]

    assert texts() == texts()


def test_an_editor_adds_a_way_of_asking_in_one_file(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    path = tmp_path / "content" / "fi" / "safety" / "threats.md"
    path.write_text(path.read_text().replace("questions:\n", 'questions:\n  - "uusi tapa kysyä uhkauksista"\n', 1))
    examples = _examples(ContentImporter(content_dir=str(tmp_path / "content")))
    assert ("fi", "safety.threats", "uusi tapa kysyä uhkauksista") in examples


def test_broken_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentInvalid):
        ContentImporter(content_dir=str(tmp_path))


def test_rasa_makes_up_no_configuration() -> None:
    assert IMPORTER.get_config_file_for_auto_config() is None
    assert IMPORTER.get_config()["recipe"] == "graph.v1"
