"""Logs that cannot hold a visitor's words, because nothing that carries words is ever formatted.

Libraries log messages with whatever they have in hand: Rasa writes a visitor's text at ERROR when a call fails, a web
server writes addresses. So the one handler of each process prints only what is fixed in the code: our own events
(a name, and numbers or words from a closed set), and of every foreign record the logger's name, the level, the place
in the code and the class of the exception. Never a message, an argument or a traceback's values.
"""

import logging
import os
import re
import sys
import threading
import time
import warnings
from types import TracebackType
from typing import TextIO

_EVENT = "lyhty_event"
# These log a line for each request. Even without words, the lines would tell when people were writing.
_ONE_LINE_A_REQUEST = ("uvicorn.access", "sanic.access", "httpx", "httpcore")
_FIXED_WORD = re.compile(r"[a-z0-9_.:/-]{1,40}")


def write_only_events(process: str, stream: TextIO | None = None) -> None:
    """Make the root logger print content-free lines only, and silence every other handler.

    Args:
        process: name printed at the head of each line, e.g. "gateway".
        stream: where to print; standard error by default.
    """
    handler = logging.StreamHandler(stream if stream is not None else sys.stderr)
    handler.setFormatter(EventFormatter(process))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_level())
    for name in list(logging.root.manager.loggerDict):
        silence_handlers_of(name)
    for name in _ONE_LINE_A_REQUEST:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # its report of a broken log call prints the arguments
    warnings.showwarning = _ignore_warning  # a warning's text can quote what it warns of
    sys.excepthook = _report_class_only
    threading.excepthook = lambda failed: trouble("process", "thread_failed", error=failed.exc_type.__name__.lower())
    sys.unraisablehook = lambda unraisable: event("process", "unraisable", error=unraisable.exc_type.__name__.lower())


def _level() -> int:
    """`LYHTY_LOG_LEVEL` (debug, info, warning); read here, since every process of every environment logs through this.

    Debugging shows more places in the code, never more words.
    """
    return {"debug": logging.DEBUG, "warning": logging.WARNING}.get(os.environ.get("LYHTY_LOG_LEVEL", ""), logging.INFO)


def silence_handlers_of(name: str) -> None:
    """Take a library's own handlers away, so that its records reach only the root's formatter."""
    logger = logging.getLogger(name)
    logger.handlers[:] = []
    logger.propagate = True


def event(logger: str, name: str, **values: int | float | str) -> None:
    """Log that something happened: a fixed name, with numbers or short fixed words.

    Args:
        logger: part of the program, e.g. "serving".
        name: the event, lower case with underscores; each stands in docs/log-inventory.md.
        values: numbers, or words out of a closed set in the code. A word of any other form is dropped,
            so that a mistake loses a log entry and not a secret.
    """
    _log(logging.INFO, logger, name, values)


def trouble(logger: str, name: str, **values: int | float | str) -> None:
    """The same at WARNING: an operator should look."""
    _log(logging.WARNING, logger, name, values)


def _log(level: int, logger: str, name: str, values: dict[str, int | float | str]) -> None:
    logging.getLogger(f"lyhty.{logger}").log(level, name, extra={_EVENT: (name, values)})


class EventFormatter(logging.Formatter):
    """Prints `time process level logger event key=value …`; of foreign records only where they come from.

    The time is cut to the minute: a line's exact second could be matched with a visit seen elsewhere.
    """

    def __init__(self, process: str) -> None:
        super().__init__(datefmt="%Y-%m-%d %H:%MZ")
        self._process = process
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """One line; never the message of a record that is not an event of ours."""
        head = f"{self.formatTime(record, self.datefmt)} {self._process} {record.levelname.lower()}"
        found = record.__dict__.get(_EVENT)
        if found is not None:
            name, values = found
            return " ".join([head, record.name.removeprefix("lyhty."), name, *map(_shown, values.items())])
        return f"{head} {record.name} {record.module}:{record.lineno}{_error_class(record)}"


def _shown(pair: tuple[str, int | float | str]) -> str:
    key, value = pair
    if isinstance(value, str) and not _FIXED_WORD.fullmatch(value):
        return f"{key}=-"
    return f"{key}={value:.3f}" if isinstance(value, float) else f"{key}={value}"


def _error_class(record: logging.LogRecord) -> str:
    if record.exc_info and record.exc_info[0] is not None:
        return f" error={record.exc_info[0].__name__}"
    return ""


def _ignore_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    logging.getLogger("lyhty.process").debug("warning", extra={_EVENT: ("warning", {})})


def _report_class_only(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    trouble("process", "stopped_by_error", error=kind.__name__.lower()[:40])
