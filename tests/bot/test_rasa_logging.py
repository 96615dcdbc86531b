"""Rasa's structured log says where and what kind of error, never a value."""

import subprocess
import sys

from tests.bot.programs import PROJECT

CODE = """
import sys
from process.logs import write_only_events
from bot.rasa_logging import drop_all_values
write_only_events("rasa", sys.stdout)
{configure}
import structlog
logger = structlog.get_logger("rasa.core.processor")
try:
    raise ValueError("planted")
except ValueError:
    logger.exception("rest.message.received.failure", text="planted")
logger.error("planted", text="planted")
logger.info("planted", text="planted")
"""


def _printed(configure: str) -> str:
    code = CODE.format(configure=configure)
    return subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True).stdout


def test_values_are_dropped_and_the_errors_class_is_kept() -> None:
    printed = _printed("drop_all_values()")
    assert "planted" not in printed
    assert "error=ValueError" in printed
    assert printed.count("\n") == 2


def test_without_it_everything_would_be_printed() -> None:
    assert "planted" in _printed("")
