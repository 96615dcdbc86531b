"""`python -m bench.trials.held_out`: each fifth of the training lines, understood by what the other four taught.

Lines have one right topic here, though several answers may fit; the figures are lower than those of `lyhty eval`,
and good for comparing one choice with another.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.trials.lines import training_lines
from bot.encoder import SentenceEncoder
from bot.understanding.classifier import Encoder
from bot.understanding.examples import OUT_OF_SCOPE, Example, is_topic
from bot.understanding.model import Model, TrainingTexts, count_topics
from bot.understanding.policy import Policy
from bot.understanding.signs import Signs
from bot.understanding.training import FOLDS, HeldOut, as_training_texts, certainties, fit_weighing, fold_of
from bot.understanding.weighing import Weighing

_OFFERED = 3


@dataclass(frozen=True)
class Judged:
    """One held-out line: what it is, what was understood, and how surely."""

    intent: str
    best: str
    among_three: bool
    chosen: str


def judge(lines: Sequence[Example], encoder: Encoder, without: frozenset[str] = frozenset()) -> list[Judged]:
    """Hold out each fifth and understand it.

    Args:
        lines: the training lines.
        encoder: gives their vectors.
        without: parts to leave out: "ngrams", "nearest".
    """
    names, given = as_training_texts(lines, encoder.encode([line.text for line in lines]))
    seen = [one for fold in range(FOLDS) for one in _held_out(names, given, fold, "ngrams" not in without)]
    weighing = fit_weighing(seen) if "nearest" not in without else Weighing(regression=1.0, nearest=0.0)
    scope, right = certainties(seen, weighing)
    found = []
    for one in seen:
        signs = one.model.judge(one.sight, weighing)
        in_scope = scope.of(signs.scope)
        best = names[signs.best]
        chosen = Policy().choose(best, in_scope * right.of(signs.right), in_scope)
        found.append(Judged(names[one.true], best, one.true in _nearest_topics(signs, names), chosen))
    return found


def _held_out(names: list[str], given: TrainingTexts, fold: int, with_ngrams: bool) -> Iterator[HeldOut]:
    held = np.array([fold_of(text) == fold for text in given.texts])
    shown = given if with_ngrams else TrainingTexts([""] * len(given.texts), given.vectors, given.classes)
    model, asked = Model.fit(names, shown.part(~held)), shown.part(held)
    for text, vector, true in zip(asked.texts, asked.vectors, asked.classes, strict=True):
        yield HeldOut(model, model.see(text, vector), int(true))


def _nearest_topics(signs: Signs, names: list[str]) -> list[int]:
    best_first = np.argsort(-signs.inside[: count_topics(names)])
    return [int(number) for number in best_first[:_OFFERED]]


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Shares, 0–1, of the lines of topics and of those that are out of scope."""
    topics = [one for one in judged if is_topic(one.intent)]
    outside = [one for one in judged if one.intent == OUT_OF_SCOPE]
    return {
        "best is right": _share([one.best == one.intent for one in topics]),
        "among the best three": _share([one.among_three for one in topics]),
        "answered right": _share([one.chosen == one.intent for one in topics]),
        "answered right, or right one offered": _share(
            [one.chosen == one.intent or (one.chosen == "unsure" and one.among_three) for one in topics]
        ),
        "answered wrong": _share([one.chosen != one.intent and is_topic(one.chosen) for one in topics]),
        "outside, given no answer": _share([not is_topic(one.chosen) for one in outside]),
    }


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.trials.held_out", description=__doc__)
    parser.add_argument("--without", action="append", default=[], choices=["ngrams", "nearest"])
    given = parser.parse_args(arguments)
    for name, value in figures(judge(training_lines(), SentenceEncoder.load(), frozenset(given.without))).items():
        sys.stdout.write(f"{name:<38} {value:.3f}\n")


if __name__ == "__main__":
    main()
