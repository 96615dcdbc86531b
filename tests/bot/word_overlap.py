"""A small true classifier for tests of what stands around the real one: it compares words, and learns in no time.

It obeys the same contract (bot/understanding) and answer policy, and can be made to fail with the words in its hands.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAILS_ON = "räjähdä"  # a text with this word makes the classifier raise an error that quotes the whole text
SLEEPS_ON = "nukahda"  # a text with this word takes two seconds


class NoEncoder:
    """Stands where the sentence encoder stands; words are compared as they are."""

    @classmethod
    def load(cls) -> "NoEncoder":
        return cls()


@dataclass
class Example:
    text: str
    intent: str
    language: str


@dataclass(frozen=True)
class DangerExample:
    text: str
    kind: str
    language: str


@dataclass
class Understanding:
    intent: str
    confidence: float
    ranking: list[tuple[str, float]]
    in_scope: float
    danger: str | None = None


class WordOverlapClassifier:
    """The intent of the example with the largest share of common words."""

    def __init__(self, examples: list[list[str]]) -> None:
        self._examples = [(text.lower(), set(text.lower().split()), intent) for text, intent in examples]
        self._stored = examples

    @classmethod
    def fit(
        cls, examples: list[Example], encoder: Any, dangers: Sequence[DangerExample] = ()
    ) -> "WordOverlapClassifier":
        return cls([[example.text, example.intent] for example in examples])

    def save(self, folder: Path) -> None:
        (Path(folder) / "examples.json").write_text(json.dumps(self._stored))

    @classmethod
    def load(cls, folder: Path, encoder: Any) -> "WordOverlapClassifier":
        return cls(json.loads((Path(folder) / "examples.json").read_text()))

    def predict(self, text: str, language: str) -> Understanding:
        words = set(text.lower().split())
        if FAILS_ON in words:
            raise ValueError(f"cannot understand {text}")
        if SLEEPS_ON in words:
            time.sleep(2)
        best: dict[str, float] = {}
        for same, known, intent in self._examples:
            share = 1.0 if same == text.lower() else 0.9 * len(known & words) / max(1, len(known | words))
            best[intent] = max(best.get(intent, 0.0), share)
        ranking = sorted(best.items(), key=lambda found: (-found[1], found[0]))
        name, share = ranking[0]
        if share < 0.2:
            return Understanding("out_of_scope", 1 - share, ranking, share)
        return Understanding(name if share > 0.6 else "unsure", share, ranking, share)
