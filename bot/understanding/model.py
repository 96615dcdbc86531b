"""The classifier's first half: which class a text belongs to, with the signs of how far to trust that."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bot.encoder.packed import Floats
from bot.understanding import softmax
from bot.understanding.examples import OUT_OF_SCOPE, is_topic
from bot.understanding.features import Features
from bot.understanding.nearness import nearest_of_each
from bot.understanding.signs import Signs, read_signs
from bot.understanding.softmax import Softmax
from bot.understanding.weighing import Opinions, Weighing

STRENGTH = 10.0  # inverse penalty; 3 to 30 give the same within a point
_TOO_FEW = "The understanding needs examples of at least two topics and of `out_of_scope`."


class TooFewExamples(ValueError):
    """There is nothing to tell apart, or nothing to tell "not our subject" by."""


@dataclass(frozen=True)
class TrainingTexts:
    """Texts ordered by class, their unit vectors [texts, 384], and the number of each one's class."""

    texts: Sequence[str]
    vectors: Floats
    classes: npt.NDArray[np.int64]

    def part(self, chosen: npt.NDArray[np.bool_]) -> "TrainingTexts":
        """Those that are chosen."""
        texts = [text for text, taken in zip(self.texts, chosen, strict=True) if taken]
        return TrainingTexts(texts, self.vectors[chosen], self.classes[chosen])


@dataclass(frozen=True)
class Sight:
    """A text as the model sees it.

    Attributes:
        kinds: probability of each kind; that of being about a topic is the first.
        topics: opinions on which topic.
        nearest: raw cosines of each class's three nearest examples.
    """

    kinds: Floats
    topics: Opinions
    nearest: Floats


@dataclass(frozen=True)
class Model:
    """What was fitted, and the examples it was fitted on (as vectors, not as texts).

    Two questions, each with a regression of its own: what kind of message it is (a topic, out of scope, or which small
    talk or command), and which topic. Asked together, the many out-of-scope examples pull topics away.
    """

    names: list[str]
    features: Features
    kinds: Softmax
    topics: Softmax
    vectors: Floats
    classes: npt.NDArray[np.int64]

    @classmethod
    def fit(cls, names: list[str], given: TrainingTexts) -> "Model":
        """Fit to texts whose classes have these names, topics first.

        Raises:
            TooFewExamples: fewer than two topics, or none out of scope.
        """
        count = count_topics(names)
        if OUT_OF_SCOPE not in names or count < 2:
            raise TooFewExamples(_TOO_FEW)
        features = Features.fit(given.texts, given.vectors)
        dense, ngrams = features.dense(given.vectors), features.table(given.texts)
        kinds = np.maximum(given.classes - count + 1, 0)  # all topics are kind 0
        of_topics = given.classes < count
        return cls(
            names,
            features,
            softmax.fit(dense, ngrams, kinds, len(names) - count + 1, STRENGTH),
            softmax.fit(dense[of_topics], ngrams[of_topics], given.classes[of_topics], count, STRENGTH),
            given.vectors,
            given.classes,
        )

    @property
    def inside(self) -> npt.NDArray[np.bool_]:
        """For each class, whether it is in scope."""
        return np.array([name != OUT_OF_SCOPE for name in self.names])

    def see(self, text: str, vector: Floats) -> Sight:
        """Look at a text with its unit vector."""
        given = (self.features.dense(vector), *self.features.sparse(text))
        nearest = nearest_of_each(self.vectors @ vector, self.classes, len(self.names))
        topics = Opinions(self.topics.probabilities(*given), nearest[: count_topics(self.names), 0])
        return Sight(self.kinds.probabilities(*given), topics, nearest)

    def judge(self, sight: Sight, weighing: Weighing) -> Signs:
        """Classify what was seen."""
        probabilities = np.concatenate([sight.kinds[0] * weighing.of(sight.topics), sight.kinds[1:]])
        return read_signs(probabilities, sight.nearest, self.inside)


def count_topics(names: Sequence[str]) -> int:
    """How many of the classes are topics; these come first."""
    return sum(map(is_topic, names))
