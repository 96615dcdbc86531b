"""One encoder and one classifier for all tests here: the real ones, fitted to a small world."""

import pytest

from bot.encoder import SentenceEncoder
from bot.understanding import IntentClassifier
from tests.bot.understanding.lines import EXAMPLES


@pytest.fixture(scope="session")
def encoder() -> SentenceEncoder:
    return SentenceEncoder.load()


@pytest.fixture(scope="session")
def classifier(encoder: SentenceEncoder) -> IntentClassifier:
    return IntentClassifier.fit(EXAMPLES, encoder)
