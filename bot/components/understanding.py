"""Puts Lyhty's own language understanding into Rasa's graph, so that Rasa trains, stores and loads it with its model.

The encoder and the classifier know nothing of Rasa (bot/encoder, bot/understanding), and this nothing of how they work.
"""

from __future__ import annotations

from typing import Any, Protocol

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.danger_lines import DANGER
from bot.encoder import SentenceEncoder
from bot.understanding import DangerExample, Example, IntentClassifier, Understanding

RANKED = 10  # how many intents of the ranking go on to the actions, which offer three


class _Classifier(Protocol):
    def predict(self, text: str, language: str) -> Understanding:
        """What a text means."""


class UnderstandingClassifier(GraphComponent):
    """Rasa's intent classifier: gives each message an intent, its confidence, a ranking, and takes the words away."""

    def __init__(self, model_storage: ModelStorage, resource: Resource, classifier: _Classifier | None = None) -> None:
        """Keep where to store; `classifier` is None until trained."""
        self._model_storage = model_storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> UnderstandingClassifier:
        """An untrained one (see parent class)."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> UnderstandingClassifier:
        """The one that `train` stored (see parent class)."""
        with model_storage.read_from(resource) as folder:
            classifier = IntentClassifier.load(folder, SentenceEncoder.load())
        return cls(model_storage, resource, classifier)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the classifier to the examples that have words, and store it with the model."""
        examples = [_example(message) for message in training_data.intent_examples if message.get(TEXT)]
        dangers = [_danger(message) for message in training_data.training_examples if message.get(DANGER)]
        classifier = IntentClassifier.fit(examples, SentenceEncoder.load(), dangers)
        with self._model_storage.write_to(self._resource) as folder:
            classifier.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and ranking of each message, and empty its text: nothing after this needs words."""
        for message in messages:
            language = (message.get("metadata") or {}).get("language", "")
            self._tell(message, self._understood(message.get(TEXT) or "", language))
        return messages

    def _understood(self, text: str, language: str) -> Understanding:
        if self._classifier is None:
            raise RuntimeError("The classifier was used before it was trained or loaded.")
        return self._classifier.predict(text, language)

    @staticmethod
    def _tell(message: Message, found: Understanding) -> None:
        ranking = [{"name": name, "confidence": float(score)} for name, score in found.ranking[:RANKED]]
        message.set(TEXT, "")
        message.set(INTENT, {"name": found.intent, "confidence": float(found.confidence)}, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        message.set("in_scope", float(found.in_scope), add_to_output=True)
        message.set(DANGER, found.danger, add_to_output=True)


def _example(message: Message) -> Example:
    language = message.get("metadata", {}).get("example", {}).get("language", "")
    return Example(text=message.get(TEXT), intent=message.get(INTENT), language=language)


def _danger(message: Message) -> DangerExample:
    given = message.get(DANGER)
    return DangerExample(text=message.get(TEXT), kind=given["kind"], language=given["language"])
