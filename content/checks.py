"""The check of a content folder: everything that is wrong, in words that tell an editor what to do."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from content.calendar_day import today as the_day_today
from content.passages import passages
from content.problems import Problem
from content.reading import Content, read
from content.rules import agreement, body, languages, references, services, shared, topics, without_papers, wording


@dataclass(frozen=True)
class Examination:
    """What was read, and all that is wrong with it."""

    content: Content
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the content from going live."""
        return tuple(problem for problem in self.problems if problem.is_error)


def examine(folder: Path, today: date | None = None) -> Examination:
    """Read a content folder and hold it against every rule.

    Args:
        folder: the folder with `services.yml` and a folder for each language.
        today: the day from which reviews are overdue; the day in Finland by default.
    """
    content = read(folder)
    texts = tuple(passages(content))
    found = [
        *content.problems,
        *services.problems(content),
        *topics.problems(content, today or the_day_today()),
        *body.problems(content),
        *without_papers.problems(content),
        *wording.problems(texts),
        *references.problems(content, texts),
        *languages.problems(content),
        *shared.problems(content),
        *agreement.problems(content),
    ]
    return Examination(content, tuple(sorted(set(found))))


def check(folder: Path, today: date | None = None) -> list[Problem]:
    """All problems of a content folder, in the order of files and lines; arguments as for `examine`."""
    return list(examine(folder, today).problems)


def main(folder: Path, today: date | None = None) -> int:
    """Print every problem for an editor, and a last line that says how it stands.

    Returns:
        The exit status: 0 when the content can go live (there may be warnings), otherwise 1.
    """
    examination = examine(folder, today)
    for problem in examination.problems:
        sys.stdout.write(f"{problem}\n\n")
    content, errors = examination.content, len(examination.errors)
    warnings = len(examination.problems) - errors
    verdict = "The content can go live." if not errors else "The content cannot go live yet."
    counted = f"{len(content.topics)} answers, {len(content.services)} services, {len(content.languages)} languages"
    sys.stdout.write(f"{counted}. Errors: {errors}. Warnings: {warnings}. {verdict}\n")
    return 1 if errors else 0
