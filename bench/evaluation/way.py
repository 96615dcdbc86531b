"""The way that words go in the product, up to what the actions decide, for many lines at once.

The visitor's application makes words readable and masks them; the model is asked by a program of the bot, since it
lives in another environment; and what is offered is chosen by the actions' own functions.
"""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actions import decision
from actions.meaning import Meaning
from api.visitor.messages.words import readable
from api.visitor.privacy import mask
from bench.evaluation.rows import Asked, Row
from content.intents import is_topic, topic_of
from content.schema import LANGUAGES_WITH_EVERYTHING

ROOT = Path(__file__).parents[2]
UNSURE = "unsure"
_ANOTHER_PAGE = "en"  # the page for who writes in a language that it is not offered in
_SHOWN_LINES = 5  # of what a program said before it failed


class ProgramFailed(RuntimeError):
    """A program did not say what the lines mean; the message holds its last words."""


@dataclass(frozen=True)
class Understood:
    """A question with what Lyhty would do.

    Attributes:
        asked: the question.
        intent: the answer policy's choice.
        suggested: topics offered, in place of an answer or beside it.
        best: the topic that was thought of first, whether it is answered with or not.
        confidence: 0–1, that the first thought is right.
        first: the intent that was thought of first, of whatever kind.
    """

    asked: Asked
    intent: str
    suggested: tuple[str, ...]
    best: str | None = None
    confidence: float = 0.0
    first: str | None = None

    @property
    def topic(self) -> str | None:
        """The topic that is answered with, if any is."""
        return topic_of(self.intent) if is_topic(self.intent) else None


@dataclass(frozen=True)
class Program:
    """A program that takes `{"text", "language"}` on standard input, one JSON object a line, and for each gives
    `{"intent", "confidence", "ranking": [[intent, confidence], …]}`.

    Attributes:
        command: its words.
        environment: the variables it runs with; this process's own when None.
    """

    command: Sequence[str]
    environment: dict[str, str] | None = None

    def understand(self, asked: Sequence[Asked]) -> list[Understood]:
        """Ask it; raises as `say`."""
        return [_decided(row, answer) for row, answer in zip(asked, self.say(asked), strict=True)]

    def say(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        """What the program says of each line.

        Raises:
            ProgramFailed: it cannot be started, ends with an error, or gives another number of lines.
        """
        if not rows:
            return []
        lines = "".join(json.dumps(_message(row)) + "\n" for row in rows)
        answers = self._run(lines).splitlines()
        if len(answers) != len(rows):
            raise ProgramFailed(f"{self._name} answered {len(answers)} of {len(rows)} lines.")
        return [json.loads(answer) for answer in answers]

    @property
    def _name(self) -> str:
        return f"`{' '.join(self.command)}`"

    def _run(self, lines: str) -> str:
        try:
            done = subprocess.run(
                self.command,
                cwd=ROOT,
                env=self.environment,
                input=lines,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
        except OSError as error:
            raise ProgramFailed(f"{self._name} cannot be started ({error.strerror}).") from error
        if done.returncode != 0:
            said = "\n".join(done.stderr.strip().splitlines()[-_SHOWN_LINES:])
            raise ProgramFailed(f"{self._name} ended with an error:\n{said}")
        return done.stdout


def _message(row: Row) -> dict[str, str]:
    page = row.language if row.language in LANGUAGES_WITH_EVERYTHING else _ANOTHER_PAGE
    return {"text": mask(readable(row.text)).text, "language": page}


def _decided(row: Asked, answer: dict[str, Any]) -> Understood:
    intent = answer["intent"]
    ranked = [name for name in ([name for name, _ in answer["ranking"]] or [intent]) if name != UNSURE]
    topics = tuple(topic_of(name) for name in ranked if is_topic(name))
    meaning = Meaning(intent, answer["confidence"], topics, nothing_found_before=False)
    decided: decision.Decision = {"suggestions": ()}
    if is_topic(intent):
        decided = decision.answer(meaning)
    elif intent == UNSURE:
        decided = decision.offer(meaning)
    return Understood(
        asked=row,
        intent=intent,
        suggested=tuple(decided["suggestions"]),
        best=topics[0] if topics else None,
        confidence=answer["confidence"],
        first=ranked[0] if ranked else None,
    )
