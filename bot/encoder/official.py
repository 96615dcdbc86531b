"""Lets an operator use the model's official ONNX file in place of the graph that we build.

The file takes numbers of word pieces and has the word vectors inside (470 MB in 32 bits, 118 MB in eight); its results
are the last layer's rows, or the finished sentence vector.
"""

from pathlib import Path

import numpy as np

from bot.encoder.packed import Floats
from bot.encoder.runtime import session


class OfficialGraphUnusable(RuntimeError):
    """The file is no ONNX graph of a sentence encoder with 384 dimensions."""


class OfficialGraph:
    """Runs such a file."""

    def __init__(self, path: Path, threads: int, dimensions: int) -> None:
        """Open the file.

        Raises:
            OfficialGraphUnusable: ONNX Runtime cannot open it, or it gives vectors of another length.
        """
        try:
            self._session = session(path, threads)
            self._inputs = [one.name for one in self._session.get_inputs()]
            found = self.vector([0, 2]).shape
        except Exception as error:  # ONNX Runtime's exceptions have no common class
            raise OfficialGraphUnusable("LYHTY_ENCODER_PATH is not an ONNX file of multilingual E5-small.") from error
        if found != (dimensions,):
            raise OfficialGraphUnusable(f"LYHTY_ENCODER_PATH must give {dimensions} numbers; it gives {found[-1]}.")

    def vector(self, numbers: list[int]) -> Floats:
        """The unit vector of a sentence of these pieces."""
        pieces = np.array([numbers], dtype=np.int64)
        given = {"input_ids": pieces, "attention_mask": np.ones_like(pieces), "token_type_ids": np.zeros_like(pieces)}
        result = self._session.run(None, {name: given[name] for name in self._inputs})[0][0]
        mean = result.mean(axis=0) if result.ndim == 2 else result
        unit: Floats = (mean / np.linalg.norm(mean)).astype(np.float32)
        return unit
