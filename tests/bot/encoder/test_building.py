from pathlib import Path

import numpy as np
import pytest

from bot.encoder import SentenceEncoder
from bot.encoder.building import EncoderBroken, built_graph
from bot.encoder.graph import exact, linear_matrix
from bot.encoder.packed import PackedModel
from bot.encoder.pieces import WordPieces
from bot.encoder.runtime import INPUT, OUTPUT, session
from bot.encoder.smoothing import smoothing
from bot.encoder.words import WordVectors
from bot.settings import EncoderSettings
from tests.bot.encoder.sentences import SENTENCES


def test_the_graph_is_built_once(
    cache: Path, encoder: SentenceEncoder, model: PackedModel, pieces: WordPieces, capsys: pytest.CaptureFixture[str]
) -> None:
    files = list((cache / "encoder").iterdir())
    written = files[0].stat().st_mtime_ns
    path = built_graph(cache, model, pieces, WordVectors(model))
    assert [path] == files
    assert path.stat().st_mtime_ns == written
    assert capsys.readouterr().err == ""


def test_building_says_that_it_takes_a_moment_and_leaves_only_the_graph(
    tmp_path: Path, model: PackedModel, pieces: WordPieces, capsys: pytest.CaptureFixture[str]
) -> None:
    path = built_graph(tmp_path, model, pieces, WordVectors(model))
    assert "Building the sentence encoder" in capsys.readouterr().err
    assert list(path.parent.iterdir()) == [path]
    assert 15e6 < path.stat().st_size < 30e6


def test_two_builds_give_the_same_file(
    tmp_path: Path, cache: Path, encoder: SentenceEncoder, model: PackedModel
) -> None:
    again = built_graph(tmp_path, model, WordPieces(model.vocabulary), WordVectors(model))
    assert again.read_bytes() == (cache / "encoder" / again.name).read_bytes()


def test_a_graph_that_computes_something_else_is_not_kept(
    tmp_path: Path, model: PackedModel, pieces: WordPieces, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.encoder.smoothing.STRENGTH", 6.0)  # far too much: nothing is left of the small columns
    with pytest.raises(EncoderBroken):
        built_graph(tmp_path, model, pieces, WordVectors(model))
    assert not list((tmp_path / "encoder").glob("*.onnx"))


def test_eight_bits_lose_almost_nothing(encoder: SentenceEncoder, model: PackedModel, pieces: WordPieces) -> None:
    running = session(exact(model).SerializeToString(), threads=1)
    words = WordVectors(model)
    given = [words.of(pieces.numbers(f"query: {sentence}"))[None] for sentence in SENTENCES]
    exactly = np.concatenate([running.run([OUTPUT], {INPUT: vectors})[0] for vectors in given])
    assert (exactly * encoder.encode(SENTENCES)).sum(axis=1).min() > 0.996


def test_smoothing_moves_outliers_into_the_weights(model: PackedModel, pieces: WordPieces) -> None:
    words = WordVectors(model)
    divisors = smoothing(model, [words.of(pieces.numbers("query: Where is the library?"))])
    assert set(divisors) == {f"l{n}.{part}" for n in range(12) for part in ("qkv", "ao", "fi", "fo")}
    assert all(d.shape == (linear_matrix(model, name).shape[0],) for name, d in divisors.items())
    assert all((d > 0).all() for d in divisors.values())
    assert max(d.max() / np.median(d) for d in divisors.values()) > 5


def test_two_threads_give_the_same_vectors(encoder: SentenceEncoder, cache: Path) -> None:
    two = SentenceEncoder.load(EncoderSettings(cache=cache, threads=2))
    np.testing.assert_allclose(two.encode(SENTENCES), encoder.encode(SENTENCES), atol=1e-4)
