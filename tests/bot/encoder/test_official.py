"""The operator's own file, in the form of the published one: small graphs with the same inputs and outputs."""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from bot.encoder import SentenceEncoder
from bot.encoder.official import OfficialGraph, OfficialGraphUnusable
from bot.encoder.packed import PackedModel
from bot.encoder.pieces import WordPieces
from bot.settings import EncoderSettings, SettingsInvalid

TABLE = np.random.default_rng(1).normal(size=(7, 384)).astype(np.float32)


def official(path: Path, inputs: list[str], *, pooled: bool = False, table: Any = TABLE) -> Path:
    """A graph that looks pieces up in a table of 7 rows, and gives those rows or their mean."""
    nodes = [
        helper.make_node("Mod", ["input_ids", "seven"], ["row"]),
        helper.make_node("Gather", ["table", "row"], ["last_hidden_state"]),
        helper.make_node("ReduceMean", ["last_hidden_state"], ["sentence_embedding"], axes=[1], keepdims=0),
    ]
    output = "sentence_embedding" if pooled else "last_hidden_state"
    weights = [numpy_helper.from_array(np.array(7), "seven"), numpy_helper.from_array(table, "table")]
    taken = [helper.make_tensor_value_info(name, TensorProto.INT64, ["n", "pieces"]) for name in inputs]
    given = [helper.make_tensor_value_info(output, TensorProto.FLOAT, None)]
    graph = helper.make_graph(nodes, "official", taken, given, weights)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))
    return path


@pytest.mark.parametrize("inputs", [["input_ids", "attention_mask"], ["input_ids", "attention_mask", "token_type_ids"]])
@pytest.mark.parametrize("pooled", [False, True])
def test_a_sentence_is_the_mean_of_its_rows(tmp_path: Path, inputs: list[str], pooled: bool) -> None:
    graph = OfficialGraph(official(tmp_path / "model.onnx", inputs, pooled=pooled), 1, 384)
    mean = TABLE[[0, 4, 2]].mean(axis=0)
    np.testing.assert_allclose(graph.vector([0, 11, 2]), mean / np.linalg.norm(mean), atol=1e-6)


def test_the_encoder_uses_the_file_that_the_operator_names(tmp_path: Path, model: PackedModel) -> None:
    path = official(tmp_path / "model.onnx", ["input_ids", "attention_mask"])
    settings = EncoderSettings.from_environment({"LYHTY_ENCODER_PATH": str(path), "LYHTY_CACHE_DIR": str(tmp_path)})
    vector = SentenceEncoder.load(settings).encode(["Moi"])[0]
    numbers = WordPieces(model.vocabulary).numbers("query: Moi")
    np.testing.assert_allclose(vector, OfficialGraph(path, 1, 384).vector(numbers))
    assert not (tmp_path / "encoder").exists()


def test_a_file_that_is_no_graph_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.onnx"
    path.write_text("not a graph")
    with pytest.raises(OfficialGraphUnusable, match="LYHTY_ENCODER_PATH"):
        OfficialGraph(path, 1, 384)


def test_a_graph_of_another_size_is_refused(tmp_path: Path) -> None:
    path = official(tmp_path / "model.onnx", ["input_ids"], table=TABLE[:, :128])
    with pytest.raises(OfficialGraphUnusable, match="384 numbers; it gives 128"):
        OfficialGraph(path, 1, 384)


def test_a_path_without_a_file_is_a_wrong_setting() -> None:
    with pytest.raises(SettingsInvalid, match="LYHTY_ENCODER_PATH"):
        EncoderSettings.from_environment({"LYHTY_ENCODER_PATH": "/nowhere/model.onnx"})
