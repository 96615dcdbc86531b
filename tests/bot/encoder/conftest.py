"""The real encoder, loaded once for all tests here; its built graph goes to a folder of the test run."""

from pathlib import Path

import pytest

from bot.encoder import SentenceEncoder
from bot.encoder.packed import PackedModel
from bot.encoder.pieces import WordPieces
from bot.settings import EncoderSettings


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def encoder(cache: Path) -> SentenceEncoder:
    return SentenceEncoder.load(EncoderSettings(cache=cache))


@pytest.fixture(scope="session")
def model() -> PackedModel:
    return PackedModel.shipped()


@pytest.fixture(scope="session")
def pieces(model: PackedModel) -> WordPieces:
    return WordPieces(model.vocabulary)
