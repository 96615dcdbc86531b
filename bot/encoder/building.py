"""Builds the encoder's graph once and keeps it as a file, so that only the first start waits for it.

The file's name holds a fingerprint of the weights and of the code that builds it: when one changes, it is built anew.
"""

import hashlib
import os
import sys
from pathlib import Path

import numpy as np

from bot.encoder.packed import Floats, PackedModel
from bot.encoder.pieces import WordPieces
from bot.encoder.runtime import INPUT, OUTPUT, session
from bot.encoder.words import WordVectors

_MADE_BY = ("graph.py", "smoothing.py")
_LEAST_COSINE = 0.99  # between a vector in eight bits and the exact one; .997 is the lowest seen


class EncoderBroken(RuntimeError):
    """The graph that was just built gives other vectors than the weights say: this processor or library is at fault."""


def built_graph(cache: Path, model: PackedModel, pieces: WordPieces, words: WordVectors) -> Path:
    """The path of the finished graph; builds it first when it is not there: seconds, and a line on stderr.

    Raises:
        EncoderBroken: it does not compute what the weights say.
    """
    path = cache / "encoder" / f"e5-small-{_fingerprint(model)}.onnx"
    if not path.exists():
        sys.stderr.write("Building the sentence encoder (once, a few seconds) …\n")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}")
        _build(unfinished, model, pieces, words)
        unfinished.replace(path)  # atomic: two processes may build at once
    return path


def _build(path: Path, model: PackedModel, pieces: WordPieces, words: WordVectors) -> None:
    import onnx  # noqa: PLC0415  only the first start needs it: it would cost every other one time and memory

    from bot.encoder.graph import eight_bit, exact  # noqa: PLC0415
    from bot.encoder.smoothing import SENTENCES, smoothing  # noqa: PLC0415

    vectors = [words.of(pieces.numbers(f"query: {sentence}")) for sentence in SENTENCES]
    graph = eight_bit(model, smoothing(model, vectors))
    cosine = _lowest_cosine(exact(model).SerializeToString(), graph.SerializeToString(), vectors)
    if cosine < _LEAST_COSINE:
        raise EncoderBroken(f"The sentence encoder does not compute rightly here (cosine {cosine:.3f}).")
    onnx.save(graph, str(path))


def _lowest_cosine(one: bytes, other: bytes, vectors: list[Floats]) -> float:
    sessions = [session(graph, threads=1) for graph in (one, other)]
    results = [[run.run([OUTPUT], {INPUT: vector[None]})[0][0] for vector in vectors] for run in sessions]
    return min(float(a @ b) for a, b in zip(*results, strict=True))


def _fingerprint(model: PackedModel) -> str:
    digest = hashlib.sha256(np.ascontiguousarray(model.blocks("l0.q.w", model.shape.hidden)).tobytes())
    for name in _MADE_BY:
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:12]
