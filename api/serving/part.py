"""One process of Lyhty under supervision: how it is started, known to be ready, and stopped."""

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from process.logs import event, trouble

_PR_SET_PDEATHSIG = 1
_STOP_SECONDS = 8.0
_RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
_CALM_SECONDS = 60.0


@dataclass
class Part:
    """A child process.

    Args:
        name: short word that stands in the logs, e.g. "rasa".
        command: program and arguments.
        environment: variables added to the supervisor's own.
        is_ready: tells whether the part serves; must return quickly.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    is_ready: Callable[[], bool] = lambda: True
    _process: subprocess.Popen[bytes] | None = None
    _failures: int = 0
    _started: float = 0.0
    _again_at: float = 0.0

    def start(self) -> None:
        """Start the process. Its standard output is thrown away: only standard error is known to be free of words."""
        self._started = time.monotonic()
        self._process = subprocess.Popen(  # noqa: S603
            list(self.command),
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which stops the parts in order
            preexec_fn=_die_with_the_supervisor,  # noqa: PLW1509
        )
        event("serving", "part_started", part=self.name)

    @property
    def pid(self) -> int | None:
        """The process's number while it runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def restart_if_dead(self) -> None:
        """Start the process again when it has died, after a pause that grows while it keeps dying."""
        now = time.monotonic()
        if self._process is not None and self._process.poll() is not None:
            self._plan_restart(now, self._process.returncode)
        if self._process is None and self._again_at and now >= self._again_at:
            self._again_at = 0.0
            self.start()

    def _plan_restart(self, now: float, code: int) -> None:
        self._failures = 0 if now - self._started > _CALM_SECONDS else self._failures
        pause = _RETRY_SECONDS[min(self._failures, len(_RETRY_SECONDS) - 1)]
        self._failures += 1
        self._again_at = now + pause
        self._process = None
        trouble("serving", "part_died", part=self.name, code=code, again_in=pause)

    def stop(self) -> None:
        """Ask the process to end, and end it when it does not."""
        self._again_at = 0.0
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        event("serving", "part_stopped", part=self.name)


def _die_with_the_supervisor() -> None:
    """Let the kernel end this child when the supervisor is gone, however it went (prctl(2))."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
