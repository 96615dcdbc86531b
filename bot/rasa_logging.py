"""Keeps words out of Rasa's structured log, which bypasses Python's logging until it is told not to.

Rasa logs through structlog with the message's text as a value. Unconfigured, structlog prints all of it to standard
output at every level. Here each record reaches Python's logging with nothing but its level and its error's class, where
`process.logs` prints it as any other library's.
"""

import logging
from collections.abc import MutableMapping
from typing import Any

import structlog


def drop_all_values() -> None:
    """Configure structlog; must run before Rasa is imported, since a logger keeps what it started with."""
    structlog.configure(
        processors=[structlog.dev.set_exc_info, _nothing_but_the_error],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        cache_logger_on_first_use=True,
    )


def _nothing_but_the_error(_: object, __: str, values: MutableMapping[str, Any]) -> tuple[tuple[str], dict[str, Any]]:
    return ("structured",), {"exc_info": values.get("exc_info")}
