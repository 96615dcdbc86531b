"""The figures about questions, small talk and what is outside, for one way of understanding them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bench.evaluation.outcomes import Outcome, is_refused, is_right, outcome_of
from bench.evaluation.reading import Rows
from bench.evaluation.shares import Share
from bench.evaluation.tables import Shares, Table
from bench.evaluation.way import UNSURE, Program, Understood
from content.intents import is_topic

_GRAVITY = (Outcome.WRONG, Outcome.OTHER, Outcome.NOT_MY_SUBJECT, Outcome.UNSURE)


@dataclass(frozen=True)
class Confusion:
    """A topic that people asked for, and what they got."""

    asked: str
    got: str
    times: int

    def as_json(self) -> dict[str, str | int]:
        """For the report file."""
        return {"asked": self.asked, "got": self.got, "times": self.times}


@dataclass(frozen=True)
class Understanding:
    """What a program understood, question by question."""

    name: str
    questions: Sequence[Understood]
    outside: Sequence[Understood]
    small_talk: Sequence[Understood]

    @classmethod
    def of(cls, name: str, program: Program, rows: Rows) -> "Understanding":
        """Ask a program about all rows.

        Raises:
            ProgramFailed: it gave no whole answer.
        """
        kinds = (rows.questions, rows.outside, rows.small_talk)
        answers = iter(program.understand([row for kind in kinds for row in kind]))
        return cls(name, *([next(answers) for _ in kind] for kind in kinds))

    def lines(self) -> list[Understood]:
        """Questions, and what is none."""
        return [*self.questions, *self.outside, *self.small_talk]

    def tables(self) -> dict[str, Table]:
        """The figures, by the names that the report file gives them."""
        return {
            "topics_by_language": Table.by(f"{self.name}: questions about topics", self.questions, _language, _topics),
            "topics_by_register": Table.by(f"{self.name}: the same by register", self.questions, _register, _topics),
            "topics_by_language_and_register": Table.by(
                f"{self.name}: the same by language and register", self.questions, _language_and_register, _topics
            ),
            "out_of_scope": Table.by(f"{self.name}: what is outside", self.outside, _language, _outside),
            "small_talk": Table.by(f"{self.name}: small talk and commands", self.small_talk, _language, _small_talk),
        }

    def confusions(self, most: int = 15) -> list[Confusion]:
        """What was got in place of what was asked: the most frequent first, and of those the gravest."""
        found = [(outcome_of(one), one) for one in self.questions]
        counted = Counter(
            (one.asked.topics[0], _got(outcome, one), outcome) for outcome, one in found if outcome in _GRAVITY
        )
        worst = sorted(counted.items(), key=lambda pair: (-pair[1], _GRAVITY.index(pair[0][2]), pair[0]))
        return [Confusion(asked, got, times) for (asked, got, _), times in worst[:most]]


def _language(one: Understood) -> str:
    return one.asked.language


def _register(one: Understood) -> str:
    return one.asked.register_ or "none given"


def _language_and_register(one: Understood) -> str:
    return f"{_language(one)} {_register(one)}"


def _topics(questions: list[Understood]) -> Shares:
    outcomes = [outcome_of(one) for one in questions]

    def share(*counted: Outcome) -> Share:
        return Share.of_flags(outcome in counted for outcome in outcomes)

    return {
        "right": share(Outcome.RIGHT),
        "right_or_offered": share(Outcome.RIGHT, Outcome.OFFERED),
        "right_on_page": Share.of_flags(is_right(one) or _is_suggested(one) for one in questions),
        "unsure": share(Outcome.OFFERED, Outcome.UNSURE),
        "not_my_subject": share(Outcome.NOT_MY_SUBJECT),
        "small_talk": share(Outcome.OTHER),
        "wrong": share(Outcome.WRONG),
    }


def _is_suggested(one: Understood) -> bool:
    return bool(set(one.suggested) & set(one.asked.topics))


def _outside(lines: list[Understood]) -> Shares:
    return {
        "no_answer": Share.of_flags(one.topic is None for one in lines),
        "refused": Share.of_flags(is_refused(one) for one in lines),
        "unsure": Share.of_flags(one.intent == UNSURE for one in lines),
        "small_talk": Share.of_flags(
            not is_topic(one.intent) and one.intent != UNSURE and not is_refused(one) for one in lines
        ),
        "answered": Share.of_flags(one.topic is not None for one in lines),
    }


def _small_talk(lines: list[Understood]) -> Shares:
    return {
        "right": Share.of_flags(is_right(one) for one in lines),
        "unsure": Share.of_flags(one.intent == UNSURE for one in lines),
        "wrong_topic": Share.of_flags(one.topic is not None and not is_right(one) for one in lines),
    }


def _got(outcome: Outcome, one: Understood) -> str:
    return one.topic or ("three others offered" if outcome is Outcome.UNSURE else one.intent)
