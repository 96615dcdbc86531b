"""Makes eight bits enough: moves the few huge columns of a layer's input into its weights before rounding.

A transformer's activations have outlier columns; rounded with one step for all columns, the others lose their digits.
Dividing each column and multiplying the weights by the same number changes nothing but what is lost (Xiao and others
2023, "SmoothQuant", arXiv 2211.10438). What it gave: docs/understanding.md.
"""

from collections.abc import Iterable

import numpy as np

from bot.encoder.graph import linear_matrix, watched
from bot.encoder.packed import Floats, PackedModel
from bot.encoder.runtime import INPUT, session

STRENGTH = 0.65  # how much of an outlier goes into the weights: 0.5, 0.65 and 0.8 were tried
_SMALLEST = 1e-4

# Ordinary sentences, only to see how large each column gets.
SENTENCES = (
    "Hello, how can I help you today?",
    "Hyvää päivää, minulla on kysymys oleskeluluvasta.",
    "My employer has not paid my salary for three months.",
    "mä en tiä mihin mä voisin soittaa",
    "Я не знаю, куда обратиться за помощью.",
    "أين يمكنني أن أحصل على المساعدة؟",
    "Var kan jag få hjälp med mitt uppehållstillstånd?",
    "The weather is nice and the cat sleeps on the mat.",
    "Missä on lähin kirjasto? Kello on jo viisi.",
    "123 456, 20 % (2023-01-01)",
    "ok",
    "Please call me tomorrow at five, I cannot talk now because somebody listens to everything I say.",
)


def smoothing(model: PackedModel, vectors: Iterable[Floats]) -> dict[str, Floats]:
    """The divisor of each input column, per linear layer.

    Args:
        model: the weights.
        vectors: word vectors of ordinary sentences, each [pieces, 384].
    """
    graph, sources = watched(model)
    names = sorted(set(sources.values()))
    running = session(graph.SerializeToString(), threads=1)
    largest = [np.zeros(1, np.float32)] * len(names)
    for sentence in vectors:
        seen = running.run(names, {INPUT: sentence[None]})
        largest = [np.maximum(old, np.abs(new).max(axis=(0, 1))) for old, new in zip(largest, seen, strict=True)]
    size_of = dict(zip(names, largest, strict=True))
    return {layer: _divisor(size_of[source], linear_matrix(model, layer)) for layer, source in sources.items()}


def _divisor(input_sizes: Floats, matrix: Floats) -> Floats:
    weight_sizes = np.maximum(np.abs(matrix).max(axis=1), _SMALLEST)
    divisor: Floats = input_sizes**STRENGTH / weight_sizes ** (1 - STRENGTH)
    return np.maximum(divisor, _SMALLEST).astype(np.float32)
