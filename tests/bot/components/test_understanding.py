"""The graph component: trained, stored, loaded, and asked as Rasa does it."""

from pathlib import Path

import pytest
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.components import understanding
from bot.components.understanding import RANKED, UnderstandingClassifier
from tests.bot.word_overlap import Example, NoEncoder, WordOverlapClassifier

CONTEXT = ExecutionContext(GraphSchema({}))
RESOURCE = Resource("train_understanding")
LINES = [("safety.threats", "he threatens me", "en"), ("small_talk.greeting", "moi", "fi")]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(understanding, "IntentClassifier", WordOverlapClassifier)
    monkeypatch.setattr(understanding, "SentenceEncoder", NoEncoder)
    monkeypatch.setattr(understanding, "Example", Example)


@pytest.fixture
def storage(tmp_path: Path) -> LocalModelStorage:
    return LocalModelStorage.create(tmp_path)


@pytest.fixture
def classifier(storage: LocalModelStorage) -> UnderstandingClassifier:
    """One that was trained, stored, and loaded again."""
    lines = [*LINES, *((f"topic.number-{n}", f"word{n}", "en") for n in range(20))]
    data = [Message.build(text, intent, example_metadata={"language": language}) for intent, text, language in lines]
    untrained = UnderstandingClassifier.create({}, storage, RESOURCE, CONTEXT)
    untrained.train(TrainingData([*data, Message({"intent": "made.from-a-rule"})]))
    return UnderstandingClassifier.load({}, storage, RESOURCE, CONTEXT)


def _asked(classifier: UnderstandingClassifier, text: str) -> Message:
    message = Message({"text": text, "metadata": {"language": "en"}})
    (answered,) = classifier.process([message])
    return answered


def test_a_message_gets_its_meaning(classifier: UnderstandingClassifier) -> None:
    told = _asked(classifier, "he threatens me").as_dict(only_output_properties=True)
    assert told["intent"] == {"name": "safety.threats", "confidence": 1.0}
    assert told["intent_ranking"][0] == {"name": "safety.threats", "confidence": 1.0}
    assert told["in_scope"] == 1.0


def test_its_words_are_taken_away(classifier: UnderstandingClassifier) -> None:
    assert "planted" not in str(_asked(classifier, "planted words").data)


def test_the_ranking_is_short(classifier: UnderstandingClassifier) -> None:
    assert len(_asked(classifier, "moi").get("intent_ranking")) == RANKED


def test_a_message_without_words_or_language_is_still_a_message(classifier: UnderstandingClassifier) -> None:
    (answered,) = classifier.process([Message({"text": None, "metadata": None})])
    assert answered.get("intent")["name"]


def test_an_untrained_one_says_so(storage: LocalModelStorage) -> None:
    untrained = UnderstandingClassifier.create({}, storage, RESOURCE, CONTEXT)
    with pytest.raises(RuntimeError, match="before it was trained"):
        _asked(untrained, "moi")
