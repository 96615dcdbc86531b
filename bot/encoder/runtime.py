"""One way to start ONNX Runtime: few threads that sleep when idle, and no memory kept between sentences."""

from pathlib import Path
from typing import Any

import onnxruntime

INPUT, OUTPUT = "word_vectors", "sentence_vector"  # of the graph that we build


def session(graph: Path | bytes, threads: int) -> Any:
    """Start a graph.

    Args:
        graph: the ONNX file, or its bytes.
        threads: processor cores for one sentence. Spinning is off: idle threads would steal time from others.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # nothing of one sentence stays for the next; costs no time here
    options.log_severity_level = 4  # only what stops the program: its messages could quote inputs
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    source = str(graph) if isinstance(graph, Path) else graph
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
