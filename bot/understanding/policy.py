"""Decides what to do with a classification: answer, offer three topics, or say that it is not our subject.

A wrong answer to a frightened person costs more than a question back: so it answers only when it is likely right.
"""

from dataclasses import dataclass

from bot.understanding.examples import OUT_OF_SCOPE, REFUSED, UNSURE, is_topic


@dataclass(frozen=True)
class Policy:
    """The thresholds (how they were chosen: docs/understanding.md).

    Attributes:
        answer: least probability that the best topic is right, to answer at once.
        other: the same for small talk and commands.
        refuse: the same for refusing help to harm others: somebody who is harmed must not be taken for who harms.
        scope: least probability that the message is in scope, to offer topics.
    """

    answer: float = 0.65
    other: float = 0.35
    scope: float = 0.3
    refuse: float = 0.8

    def choose(self, best: str, right: float, in_scope: float) -> str:
        """The intent to go on with.

        Args:
            best: the best intent that is in scope.
            right: probability that it is the right one.
            in_scope: probability that the message is in scope.
        """
        if in_scope < self.scope:
            return OUT_OF_SCOPE
        return best if right >= self._least(best) else UNSURE

    def _least(self, best: str) -> float:
        if best.startswith(REFUSED):
            return self.refuse
        return self.answer if is_topic(best) else self.other
