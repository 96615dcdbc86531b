"""`python -m bot`, with the small classifier of word_overlap.py, and with every library logging all that it can.

Everything else is the real thing. Host names that anything looks up are written to the file SMALL_BOT_LOOKUPS.
"""

import logging
import os
import socket
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import structlog

from tests.bot.word_overlap import DangerExample, Example, NoEncoder, Understanding, WordOverlapClassifier


def put_small_classifier_in_place() -> None:
    encoder, understanding = ModuleType("bot.encoder"), ModuleType("bot.understanding")
    encoder.SentenceEncoder = NoEncoder  # type: ignore[attr-defined]
    understanding.DangerExample = DangerExample  # type: ignore[attr-defined]
    understanding.Example = Example  # type: ignore[attr-defined]
    understanding.IntentClassifier = WordOverlapClassifier  # type: ignore[attr-defined]
    understanding.Understanding = Understanding  # type: ignore[attr-defined]
    sys.modules.update({"bot.encoder": encoder, "bot.understanding": understanding})


def write_down_lookups(path: Path) -> None:
    really = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        with path.open("a") as lookups:
            lookups.write(f"{host}\n")
        return really(host, *arguments, **options)

    socket.getaddrinfo = getaddrinfo


def log_everything() -> None:
    """Make each log call of each library count, at whatever level it is set to."""
    logging.Logger.isEnabledFor = lambda self, level: True  # type: ignore[method-assign]
    quiet = structlog.make_filtering_bound_logger
    structlog.make_filtering_bound_logger = lambda min_level: quiet(logging.DEBUG)


if __name__ == "__main__":
    put_small_classifier_in_place()
    if "SMALL_BOT_LOOKUPS" in os.environ:
        write_down_lookups(Path(os.environ["SMALL_BOT_LOOKUPS"]))
        log_everything()
    from bot.__main__ import main

    sys.exit(main(sys.argv[1:]))
