from pathlib import Path

import numpy as np
import pytest

from bot.encoder.packed import BLOCK, PackedModel, PackedModelUnreadable, unpack
from bot.encoder.words import WordVectors


def test_a_block_holds_32_weights_in_16_bytes() -> None:
    block = np.zeros((1, 1), BLOCK)
    block["scale"] = 0.5
    block["halves"] = np.arange(16) | (15 - np.arange(16)) << 4
    expected = np.concatenate([np.arange(16) - 8, 7 - np.arange(16)]) * 0.5
    np.testing.assert_array_equal(unpack(block), [expected])


def test_the_shipped_model_is_multilingual_e5_small(model: PackedModel) -> None:
    shape = model.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.feed_forward) == (384, 12, 12, 1536)
    assert (shape.words, shape.positions, shape.types) == (250037, 512, 2)
    assert shape.epsilon == pytest.approx(1e-12)


def test_its_vocabulary_is_that_of_xlm_roberta(model: PackedModel) -> None:
    vocabulary = model.vocabulary
    assert vocabulary.pieces[:5] == ["<s>", "<pad>", "</s>", "<unk>", ","]
    assert len(vocabulary.pieces) == len(vocabulary.scores) == 250002
    assert (vocabulary.begin, vocabulary.end, vocabulary.unknown) == (0, 2, 3)
    assert vocabulary.replaced[ord("\t")] == " "


def test_a_word_vector_is_its_row_and_its_place(model: PackedModel) -> None:
    words = WordVectors(model)
    table = model.matrix("emb.word", 250037)[[41, 41]]
    places = model.numbers("emb.pos").reshape(512, 384)
    found = words.of([41, 41])
    np.testing.assert_allclose(found[0] - found[1], table[0] - table[1] + places[0] - places[1], atol=1e-6)
    assert words.longest == 512


@pytest.mark.parametrize("content", [b"", b"E5S", b"E5S1", b"GGUF" + b"\0" * 100, b"E5S1" + b"\1" * 400])
def test_another_file_is_refused_with_its_path(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(PackedModelUnreadable, match=r"weights\.bin"):
        PackedModel(path)


def test_a_missing_file_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(PackedModelUnreadable, match=r"nowhere\.bin"):
        PackedModel(tmp_path / "nowhere.bin")


def test_a_cut_file_is_refused(tmp_path: Path) -> None:
    whole = Path(str(PackedModel.shipped()._bytes.filename))
    path = tmp_path / "cut.bin"
    with whole.open("rb") as source:
        path.write_bytes(source.read(100_000))
    with pytest.raises(PackedModelUnreadable):
        PackedModel(path)
