"""Fits the whole understanding: the model on all examples, and its certainty on texts that were held out.

Whether a text is in scope, and whether the best class is right, is judged from signs. What the signs are worth is
learnt on texts that the model had not seen: each third of the examples, classified by a model of the other two.
"""

import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
import numpy.typing as npt

from bot.understanding.certainty import Certainty
from bot.understanding.danger import NO_DANGER, DangerExample, DangerSense
from bot.understanding.examples import Example, is_topic
from bot.understanding.model import Model, Sight, TrainingTexts, count_topics
from bot.understanding.plain import bare
from bot.understanding.weighing import Weighing

FOLDS = 3
# Topics whose ways of asking may themselves speak of a danger: they teach neither side.
_DANGEROUS = frozenset(
    f"safety.{name}"
    for name in (
        *("immediate-danger", "self-harm", "sexual-violence", "under-18", "threats", "cannot-leave", "tracked"),
        *("sent-abroad", "leaving-plan", "drugs-used-to-control", "photos-blackmail", "children-and-parent"),
    )
)


@dataclass(frozen=True)
class Fitted:
    """The model, how it weighs, its certainty of being in scope and of being right, texts known word for word, and the
    sense of danger (None when there were no examples of it)."""

    model: Model
    weighing: Weighing
    scope: Certainty
    right: Certainty
    known: dict[str, str]
    danger: DangerSense | None = None


def fit(names: list[str], given: TrainingTexts, danger: DangerSense | None = None) -> Fitted:
    """Fit all parts.

    Args:
        names: of the classes, topics first.
        given: the training texts.
        danger: what was learnt about danger.

    Raises:
        TooFewExamples: see `Model.fit`.
    """
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=get_context("spawn"), initializer=_one_thread) as workers:
        whole = workers.submit(Model.fit, names, given)
        folds = [workers.submit(held_out, names, given, fold) for fold in range(FOLDS)]
        model, seen = whole.result(), [one for fold in folds for one in fold.result()]
    weighing = fit_weighing(seen)
    scope, right = certainties(seen, weighing)
    return Fitted(
        model, weighing, scope, right, _known(given.texts, [names[number] for number in given.classes]), danger
    )


def _one_thread() -> None:
    """Let a process compute with one thread: several processes that share the cores slow each other."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415  only training needs it

    threadpool_limits(1)


def calm_texts(names: list[str], given: TrainingTexts) -> npt.NDArray[np.bool_]:
    """Which of the training texts are about subjects that are no danger by themselves."""
    return np.array([names[number] not in _DANGEROUS for number in given.classes])


def fit_danger(
    examples: Sequence[DangerExample], vectors: npt.NDArray[np.float32], names: list[str], given: TrainingTexts
) -> DangerSense | None:
    """Learn the sense of danger, with the lines on all other subjects as what is no danger.

    Args:
        examples: lines with their kind of danger.
        vectors: their unit vectors, [examples, 384].
        names: of the classes of the training texts.
        given: the training texts.
    """
    if not examples:
        return None
    calm = calm_texts(names, given)
    kinds = [*(example.kind for example in examples), *[NO_DANGER] * int(calm.sum())]
    return DangerSense.fit(np.vstack([vectors, given.vectors[calm]]), kinds)


def fold_of(text: str) -> int:
    """Which part a text belongs to: always the same, whatever the other texts are."""
    return hashlib.sha256(text.encode()).digest()[0] % FOLDS


def as_training_texts(examples: Sequence[Example], vectors: npt.NDArray[np.float32]) -> tuple[list[str], TrainingTexts]:
    """The classes' names, topics first, and the examples with their vectors."""
    names = sorted({example.intent for example in examples}, key=lambda name: (not is_topic(name), name))
    number = {name: place for place, name in enumerate(names)}
    classes = np.array([number[example.intent] for example in examples], dtype=np.int64)
    order = np.argsort(classes, kind="stable")
    return names, TrainingTexts([examples[place].text for place in order], vectors[order], classes[order])


@dataclass(frozen=True)
class HeldOut:
    """A text that the model had not seen: how it saw it, and the number of the true class."""

    model: Model
    sight: Sight
    true: int


def held_out(names: list[str], given: TrainingTexts, fold: int) -> list[HeldOut]:
    """The texts of one part, seen by a model of the others."""
    held = np.array([fold_of(text) == fold for text in given.texts])
    model = Model.fit(names, given.part(~held))
    asked = given.part(held)
    sights = [model.see(text, vector) for text, vector in zip(asked.texts, asked.vectors, strict=True)]
    return [HeldOut(model, sight, int(true)) for sight, true in zip(sights, asked.classes, strict=True)]


def fit_weighing(seen: Sequence[HeldOut]) -> Weighing:
    """Learn from the texts about topics how much each opinion counts."""
    on_topics = [one for one in seen if one.true < count_topics(one.model.names)]
    return Weighing.fit([one.sight.topics for one in on_topics], [one.true for one in on_topics])


def certainties(seen: Sequence[HeldOut], weighing: Weighing) -> tuple[Certainty, Certainty]:
    """The certainty of being in scope, and that of being right when in scope."""
    signs = [one.model.judge(one.sight, weighing) for one in seen]
    inside = np.array([one.model.inside[one.true] for one in seen])
    right = np.array([sign.best == one.true for sign, one in zip(signs, seen, strict=True)])
    of_scope = Certainty.fit(np.array([sign.scope for sign in signs]), inside)
    return of_scope, Certainty.fit(np.array([sign.right for sign in signs])[inside], right[inside])


def _known(texts: Sequence[str], intents: Sequence[str]) -> dict[str, str]:
    """Bare texts that belong to one intent only."""
    found: dict[str, set[str]] = {}
    for text, intent in zip(texts, intents, strict=True):
        found.setdefault(bare(text), set()).add(intent)
    return {text: meant.pop() for text, meant in found.items() if text and len(meant) == 1}
