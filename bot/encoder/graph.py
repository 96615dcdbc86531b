"""Writes the transformer of E5-small as an ONNX graph, for ONNX Runtime: well kept, fast, and on every processor.

Two forms: `exact` in 32-bit numbers, the measure of the other; and `eight_bit`, whose linear layers multiply whole
numbers. The fused operators are ONNX Runtime's own (domain com.microsoft, its ContribOperators.md). The sentence's
vector is the mean of the last layer's rows, set to length 1: see the model's card, intfloat/multilingual-e5-small.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from bot.encoder.packed import Floats, PackedModel
from bot.encoder.runtime import INPUT, OUTPUT

_OWN = "com.microsoft"
_OPERATOR_SETS = [("", 17), (_OWN, 1)]
# Seven bits and not eight: on processors without VNNI the product of two full bytes overflows its 16-bit sum.
_LARGEST_WEIGHT = 63


@dataclass
class _Writer:
    """Collects nodes and weights; each method returns the name of what it computes."""

    nodes: list[Any] = field(default_factory=list)
    weights: list[Any] = field(default_factory=list)
    inputs_of_linear: dict[str, str] = field(default_factory=dict)

    def weight(self, name: str, values: Any) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = _OWN, **settings: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **settings))
        return output

    def linear(self, name: str, source: str, matrix: Floats, bias: Floats) -> str:
        """`source` · `matrix` + `bias`; the matrix is [in, out]."""
        self.inputs_of_linear[name] = source
        product = self.node("MatMul", [source, self.weight(f"{name}.matrix", matrix)], f"{name}.product", domain="")
        return self.node("Add", [product, self.weight(f"{name}.bias", bias)], name, domain="")


@dataclass
class _EightBitWriter(_Writer):
    """Linear layers in whole numbers; `smoothing` gives per layer a divisor for each column of its input."""

    smoothing: Mapping[str, Floats] = field(default_factory=dict)

    def linear(self, name: str, source: str, matrix: Floats, bias: Floats) -> str:
        divisor = self.smoothing[name]
        steps = np.abs(matrix * divisor[:, None]).max(axis=0) / _LARGEST_WEIGHT
        levels = np.rint(matrix * divisor[:, None] / steps).astype(np.int8)
        smooth = self.node("Mul", [source, self.weight(f"{name}.smoothing", 1 / divisor)], f"{name}.smooth", domain="")
        inputs = [
            smooth,
            self.weight(f"{name}.matrix", levels),
            self.weight(f"{name}.steps", steps.astype(np.float32)),
            self.weight(f"{name}.zeros", np.zeros(len(steps), np.int8)),
            self.weight(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, name)


def exact(model: PackedModel) -> onnx.ModelProto:
    """The graph in 32-bit numbers."""
    writer = _Writer()
    return _finished(writer, model, _transformer(writer, model))


def watched(model: PackedModel) -> tuple[onnx.ModelProto, dict[str, str]]:
    """The exact graph, which also gives out what each linear layer is fed with; and the name of that, per layer."""
    writer = _Writer()
    graph = _finished(writer, model, _transformer(writer, model))
    for name in sorted(set(writer.inputs_of_linear.values())):
        graph.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, None))
    return graph, writer.inputs_of_linear


def eight_bit(model: PackedModel, smoothing: Mapping[str, Floats]) -> onnx.ModelProto:
    """The graph in whole numbers; `smoothing` comes from `bot.encoder.smoothing`."""
    writer = _EightBitWriter(smoothing=smoothing)
    return _finished(writer, model, _transformer(writer, model))


def linear_matrix(model: PackedModel, name: str) -> Floats:
    """The matrix [in, out] of the linear layer `name`, e.g. `l0.qkv`, `l0.ao`, `l0.fi`, `l0.fo`."""
    layer, part = name.split(".")
    rows = model.shape.feed_forward if part == "fi" else model.shape.hidden
    parts = list("qkv") if part == "qkv" else [part]
    return np.concatenate([model.matrix(f"{layer}.{p}.w", rows) for p in parts]).T


def _transformer(writer: _Writer, model: PackedModel) -> str:
    weight, gain = writer.weight("ln.w", model.numbers("emb.ln.w")), writer.weight("ln.b", model.numbers("emb.ln.b"))
    flow = writer.node("LayerNormalization", [INPUT, weight, gain], "ln", "", axis=-1, epsilon=model.shape.epsilon)
    for number in range(model.shape.layers):
        flow = _layer(writer, model, f"l{number}", flow)
    mean = writer.node("ReduceMean", [flow], "mean", "", axes=[1], keepdims=0)
    return writer.node("LpNormalization", [mean], OUTPUT, "", axis=-1, p=2)


def _layer(writer: _Writer, model: PackedModel, layer: str, flow: str) -> str:
    qkv_bias = np.concatenate([model.numbers(f"{layer}.{part}.b") for part in "qkv"])
    qkv = writer.linear(f"{layer}.qkv", flow, linear_matrix(model, f"{layer}.qkv"), qkv_bias)
    flow = _added(writer, model, f"{layer}.ao", flow, _attention(writer, model, layer, qkv))
    inner = _linear(writer, model, f"{layer}.fi", flow)
    return _added(writer, model, f"{layer}.fo", flow, writer.node("Gelu", [inner], f"{layer}.gelu"))


def _attention(writer: _Writer, model: PackedModel, layer: str, qkv: str) -> str:
    parts = [f"{layer}.{part}" for part in "qkv"]
    writer.nodes.append(helper.make_node("Split", [qkv], parts, name=f"{layer}.split", axis=-1))
    return writer.node("MultiHeadAttention", parts, f"{layer}.context", num_heads=model.shape.heads)


def _linear(writer: _Writer, model: PackedModel, name: str, source: str) -> str:
    return writer.linear(name, source, linear_matrix(model, name), model.numbers(f"{name}.b"))


def _added(writer: _Writer, model: PackedModel, name: str, flow: str, source: str) -> str:
    """A linear layer added to the flow, and normalised: `ao` after attention, `fo` after the feed-forward part."""
    norm = name.replace("ao", "aln").replace("fo", "oln")
    weights = [writer.weight(f"{norm}.{part}", model.numbers(f"{norm}.{part}")) for part in "wb"]
    inputs = [flow, _linear(writer, model, name, source), *weights]
    return writer.node("SkipLayerNormalization", inputs, norm, epsilon=model.shape.epsilon)


def _finished(writer: _Writer, model: PackedModel, output: str) -> onnx.ModelProto:
    hidden = model.shape.hidden
    inputs = [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["sentences", "pieces", hidden])]
    outputs = [helper.make_tensor_value_info(output, TensorProto.FLOAT, ["sentences", hidden])]
    graph = helper.make_graph(writer.nodes, "multilingual-e5-small", inputs, outputs, writer.weights)
    sets = [helper.make_opsetid(domain, version) for domain, version in _OPERATOR_SETS]
    return helper.make_model(graph, opset_imports=sets, ir_version=8, producer_name="lyhty")
