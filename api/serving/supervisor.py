"""Keeps all parts running: starts them, starts again what dies, stops everything in order."""

import signal
import time
from collections.abc import Callable, Sequence
from types import FrameType

from api.serving.failures import StartFailed
from api.serving.part import Part

_LOOK_SECONDS = 0.2


class PartsNotReady(StartFailed):
    """Some parts did not become ready in time; the message names them."""


class Supervisor:
    """Runs parts until it is told to stop.

    Args:
        parts: in the order of starting; they are stopped in the opposite order.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = list(parts)
        self._stopping = False

    def run(self, when_ready: Callable[[], None], ready_seconds: float) -> None:
        """Start everything, tell when it serves, and keep it so until SIGINT or SIGTERM.

        Args:
            when_ready: called once, when every part is ready.
            ready_seconds: how long the parts may take to become ready.

        Raises:
            PartsNotReady: they did not; everything has been stopped.
        """
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask_to_stop)
        try:
            for part in self._parts:
                part.start()
            self._wait_until_ready(ready_seconds)
            if not self._stopping:
                when_ready()
            while not self._stopping:
                self._look_after_all()
        finally:
            self.stop()

    def stop(self) -> None:
        """Stop all parts, the last started first."""
        for part in reversed(self._parts):
            part.stop()

    def _wait_until_ready(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        waiting = list(self._parts)
        while waiting and not self._stopping:
            if time.monotonic() > deadline:
                names = ", ".join(part.name for part in waiting)
                raise PartsNotReady(
                    f"Not ready after {seconds:.0f} seconds: {names}. The lines above say what happened."
                )
            self._look_after_all()
            waiting = [part for part in waiting if not part.is_ready()]

    def _look_after_all(self) -> None:
        for part in self._parts:
            part.restart_if_dead()
        time.sleep(_LOOK_SECONDS)

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True
