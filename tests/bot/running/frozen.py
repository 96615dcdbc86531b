"""Stops a program for a while without ending it: it takes connections and never answers, as a hung one does."""

import contextlib
import signal
from collections.abc import Iterator

from tests.bot.programs import Program


@contextlib.contextmanager
def frozen(program: Program) -> Iterator[None]:
    assert program.process is not None
    program.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        program.process.send_signal(signal.SIGCONT)
