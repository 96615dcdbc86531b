"""Trains another way of understanding for comparison, with its output in a file and two lines for who waits."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.left_out import ComparisonUnavailable

ROOT = Path(__file__).parents[1]


def train(name: str, command: Sequence[str], model: Path, variables: Mapping[str, str] | None = None) -> None:
    """Run a training.

    Args:
        name: of what is trained, for people.
        command: the words of the program that trains.
        model: the file that it is to make; beside it stays the training's output.
        variables: those that it needs beside this process's own.

    Raises:
        ComparisonUnavailable: it failed, or made no model.
    """
    log = model.parent / "training.log"
    print(f"Training {name} for comparison (its output: {log}) …", file=sys.stderr)
    started = time.monotonic()
    environment = {**os.environ, **(variables or {})}
    with log.open("wb") as output:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=output, stderr=output, check=False)
    if done.returncode != 0 or not model.exists():
        raise ComparisonUnavailable(name, f"its training failed; {log} says why.")
    print(f"Trained in {time.monotonic() - started:.0f} s.", file=sys.stderr)
