"""`python -m bench.trials.danger`: the sense of danger on lines that it was not taught, at several thresholds.

Each line is judged by what the others of other folds taught. Finnish and English lines tell like situations, so figures
for new words are somewhat lower; `lyhty eval` has them.
"""

import sys

import numpy as np
import numpy.typing as npt

from bench.trials.lines import ROOT, training_lines
from bot.danger_lines import danger_lines
from bot.encoder import SentenceEncoder
from bot.encoder.packed import Floats
from bot.understanding.danger import NO_DANGER, DangerSense
from bot.understanding.training import FOLDS, as_training_texts, calm_texts, fold_of

THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.4, 0.5)


def main() -> int:
    """Print the table."""
    encoder, lines = SentenceEncoder.load(), danger_lines(ROOT / "bot" / "danger")
    asked = training_lines()
    names, given = as_training_texts(asked, encoder.encode([line.text for line in asked]))
    calm = given.part(calm_texts(names, given))
    texts = [*(line.text for line in lines), *calm.texts]
    kinds = np.array([*(line.kind for line in lines), *[NO_DANGER] * len(calm.texts)])
    vectors = np.vstack([encoder.encode([line.text for line in lines]), calm.vectors])
    scores = _held_out_scores(texts, vectors, kinds)
    written = np.arange(len(texts)) < len(lines)
    danger = kinds != NO_DANGER
    groups = {"danger, found": danger, "sounds like it": written & ~danger, "other questions": ~written}
    sys.stdout.write("threshold  " + "  ".join(f"{name} ({group.sum()})" for name, group in groups.items()) + "\n")
    for threshold in THRESHOLDS:
        shares = ((scores[group] >= threshold).mean() for group in groups.values())
        sys.stdout.write(f"{threshold:<11}" + "  ".join(f"{share:<20.3f}" for share in shares) + "\n")
    return 0


def _held_out_scores(texts: list[str], vectors: Floats, kinds: npt.NDArray[np.str_]) -> npt.NDArray[np.float64]:
    folds = np.array([fold_of(text) for text in texts])
    scores = np.zeros(len(texts))
    for fold in range(FOLDS):
        sense = DangerSense.fit(vectors[folds != fold], kinds[folds != fold].tolist())
        for place in np.flatnonzero(folds == fold):
            scores[place] = sense.score(vectors[place])
    return scores


if __name__ == "__main__":
    sys.exit(main())
