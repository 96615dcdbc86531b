"""The one interface to the understanding: learn from examples, say what a message means, be kept on disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from bot.encoder.packed import Floats
from bot.understanding import saving
from bot.understanding.danger import DangerExample
from bot.understanding.examples import OUT_OF_SCOPE, Example, Understanding, is_topic
from bot.understanding.plain import bare
from bot.understanding.policy import Policy
from bot.understanding.signs import Signs
from bot.understanding.training import Fitted, as_training_texts, fit, fit_danger


class Encoder(Protocol):
    """What the understanding needs of `bot.encoder.SentenceEncoder`."""

    def encode(self, texts: list[str]) -> Floats:
        """Unit vectors, [texts, 384]."""
        ...


class IntentClassifier:
    """Finds the intent of a message and applies the answer policy to it."""

    def __init__(self, fitted: Fitted, encoder: Encoder, policy: Policy | None = None) -> None:
        """Use `fit` or `load`.

        Args:
            fitted: what was learnt.
            encoder: the one that was used for learning.
            policy: when to answer; the chosen thresholds by default.
        """
        self._fitted = fitted
        self._encoder = encoder
        self._policy = policy if policy is not None else Policy()

    @classmethod
    def fit(
        cls, examples: Sequence[Example], encoder: Encoder, dangers: Sequence[DangerExample] = ()
    ) -> "IntentClassifier":
        """Learn. The order of the examples does not matter, and the same examples give the same classifier.

        Args:
            examples: lines with their intents.
            encoder: gives their vectors.
            dangers: lines with their kind of danger; without them no danger is ever sensed.

        Raises:
            TooFewExamples: fewer than two intents in scope, or none out of scope.
        """
        ordered = sorted(set(examples), key=lambda example: (example.intent, example.language, example.text))
        vectors = encoder.encode([example.text for example in ordered])
        names, given = as_training_texts(ordered, vectors)
        sorted_dangers = sorted(set(dangers), key=lambda danger: (danger.kind, danger.language, danger.text))
        of_danger = encoder.encode([danger.text for danger in sorted_dangers]) if sorted_dangers else vectors[:0]
        return cls(fit(names, given, fit_danger(sorted_dangers, of_danger, names, given)), encoder)

    def predict(self, text: str, language: str) -> Understanding:
        """Say what a message means.

        Args:
            text: the message.
            language: of the page. Not used: people write in other languages than the page's, and one model serves all.
        """
        model, vector = self._fitted.model, self._encoder.encode([text])[0]
        signs = model.judge(model.see(text, vector), self._fitted.weighing)
        danger = self._fitted.danger.kind(vector) if self._fitted.danger else None
        word_for_word = self._fitted.known.get(bare(text))
        if word_for_word is not None:
            return self._sure(word_for_word, signs, danger)
        in_scope = self._fitted.scope.of(signs.scope)
        best = model.names[signs.best]
        right = in_scope * self._fitted.right.of(signs.right)
        chosen = self._policy.choose(best, right, in_scope)
        return Understanding(chosen, right, self._ranking(signs, best), in_scope, danger)

    def sense_danger(self, text: str) -> str | None:
        """The kind of danger that a text speaks of, and nothing else: for words that are not the dialogue's."""
        return self._fitted.danger.kind(self._encoder.encode([text])[0]) if self._fitted.danger else None

    def save(self, folder: Path) -> None:
        """Write what was learnt into an existing folder, as plain numbers and names."""
        saving.save(self._fitted, folder)

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> "IntentClassifier":
        """Read what `save` wrote.

        Raises:
            UnderstandingUnreadable: it is missing or broken.
        """
        return cls(saving.load(folder), encoder)

    def _sure(self, intent: str, signs: Signs, danger: str | None) -> Understanding:
        return Understanding(intent, 1.0, self._ranking(signs, intent), float(intent != OUT_OF_SCOPE), danger)

    def _ranking(self, signs: Signs, first: str) -> list[tuple[str, float]]:
        names = self._fitted.model.names
        ordered = [names[number] for number in np.argsort(-signs.inside, kind="stable").tolist()]
        chance = dict(zip(names, signs.inside.tolist(), strict=True))
        ranked = [first, *(name for name in ordered if is_topic(name) and name != first)]
        return [(name, chance[name]) for name in ranked]
