"""What is wrong with a content file, said so that an editor who knows no code can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, why it is wrong, what to do.

    An *error* keeps the content from going live; a *warning* asks an editor to look.

    Attributes:
        file: path inside the content folder, e.g. "fi/safety/threats.md".
        line: line in that file, counted from 1.
        reason: what is wrong, one or two plain sentences.
        remedy: what to do about it, one or two plain sentences.
    """

    file: str
    line: int
    reason: str
    remedy: str
    severity: Literal["error", "warning"] = "error"

    @property
    def is_error(self) -> bool:
        """Whether this keeps the content from going live."""
        return self.severity == "error"

    def __str__(self) -> str:
        return f"{self.severity.upper()} {self.file}, line {self.line}\n  {self.reason}\n  To do: {self.remedy}"


class ContentInvalid(Exception):
    """The content has errors and cannot go live; `problems` says which and what to do."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("The content cannot be used until this is mended:\n" + "\n".join(map(str, self.problems)))
