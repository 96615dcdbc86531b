"""Tells the log when something that Lyhty depends on goes away or comes back, and stays silent in between.

A line per failed call would write down when people were writing.
"""

from process.logs import event, trouble


class Availability:
    """Whether one dependency answers, as seen by this process."""

    def __init__(self, logger: str, part: str) -> None:
        self._logger = logger
        self._part = part
        self._is_up = True

    def seen_up(self) -> None:
        """It answered."""
        if not self._is_up:
            event(self._logger, "dependency_back", part=self._part)
        self._is_up = True

    def seen_down(self, error: BaseException) -> None:
        """It did not; of the error only its class is told."""
        if self._is_up:
            trouble(self._logger, "dependency_lost", part=self._part, error=type(error).__name__.lower()[:40])
        self._is_up = False
