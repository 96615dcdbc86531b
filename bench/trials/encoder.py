"""`python -m bench.trials.encoder`: how long a sentence takes, what it costs in memory, and what eight bits lose."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.figures import percentile
from bench.trials.lines import training_lines
from bot.encoder import SentenceEncoder
from bot.encoder.graph import exact
from bot.encoder.packed import Floats, PackedModel
from bot.encoder.pieces import WordPieces
from bot.encoder.runtime import INPUT, OUTPUT, session
from bot.encoder.words import WordVectors
from bot.settings import EncoderSettings

_EVERY = 10  # training lines: some 270 are enough


def exact_vectors(texts: Sequence[str]) -> Floats:
    """Vectors of the same weights in 32-bit numbers, [texts, 384]."""
    model = PackedModel.shipped()
    pieces, words = WordPieces(model.vocabulary), WordVectors(model)
    running = session(exact(model).SerializeToString(), threads=1)
    given = (words.of(pieces.numbers(f"query: {text}"))[None] for text in texts)
    return np.concatenate([running.run([OUTPUT], {INPUT: vectors})[0] for vectors in given])


def milliseconds(encoder: SentenceEncoder, texts: Sequence[str]) -> Iterator[float]:
    """How long each text takes, one after the other."""
    for text in texts:
        started = time.perf_counter()
        encoder.encode([text])
        yield 1000 * (time.perf_counter() - started)


def resident_megabytes() -> float:
    """Memory of this process that is in use."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.trials.encoder", description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args(arguments)
    texts = [line.text for line in training_lines()][::_EVERY]
    before = resident_megabytes()
    encoder = SentenceEncoder.load(replace(EncoderSettings.from_environment(), threads=given.threads))
    encoder.encode(texts[:5])
    times = list(milliseconds(encoder, texts))
    used = resident_megabytes() - before
    cosines = (encoder.encode(texts) * exact_vectors(texts)).sum(axis=1)
    sys.stdout.write(
        f"{len(texts)} sentences, {given.threads} threads\n"
        f"p50 {percentile(times, 50):.1f} ms, p95 {percentile(times, 95):.1f} ms, {used:.0f} MB\n"
        f"cosine with 32-bit numbers: mean {cosines.mean():.4f}, lowest {cosines.min():.4f}\n"
    )


if __name__ == "__main__":
    main()
