"""Nothing that a visitor wrote can reach a log line, whichever way a library logs it."""

import io
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest

from process import logs

PLANTED = "planted-word-93b1c7"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level, hook, unraisable = root.handlers[:], root.level, sys.excepthook, sys.unraisablehook
    raising = logging.raiseExceptions
    stream = io.StringIO()
    logs.write_only_events("test", stream)
    yield stream
    root.handlers[:], sys.excepthook, sys.unraisablehook = before, hook, unraisable
    root.setLevel(level)
    logging.raiseExceptions = raising


def test_an_event_is_printed_with_its_values(written: io.StringIO) -> None:
    logs.event("serving", "part_started", part="rasa", tries=2, seconds=0.25)
    assert written.getvalue().split(" ", 2)[2] == "test info serving part_started part=rasa tries=2 seconds=0.250\n"


def test_the_time_is_cut_to_the_minute(written: io.StringIO) -> None:
    logs.event("serving", "part_started")
    clock = written.getvalue().split(" ")[1]
    assert len(clock) == len("06:50Z")


@pytest.mark.parametrize("value", [PLANTED.upper(), f"{PLANTED} with spaces", "x" * 41, "käsi", "a\nb"])
def test_a_value_that_is_no_fixed_word_is_dropped(written: io.StringIO, value: str) -> None:
    logs.event("serving", "part_started", part=value)
    assert value not in written.getvalue()
    assert "part=-" in written.getvalue()
    assert written.getvalue().count("\n") == 1


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL])
def test_a_librarys_message_is_never_printed(written: io.StringIO, level: int) -> None:
    logging.getLogger("rasa.core").log(level, f"text: {PLANTED} %s", PLANTED)
    assert PLANTED not in written.getvalue()
    assert "rasa.core test_logs:" in written.getvalue()


def test_a_librarys_debug_is_silent_or_wordless(written: io.StringIO) -> None:
    logging.getLogger().setLevel(logging.DEBUG)
    logging.getLogger("rasa.core").debug(PLANTED, extra={"more": PLANTED})
    assert PLANTED not in written.getvalue()


@pytest.mark.parametrize(("setting", "level"), [("debug", 10), ("warning", 30), ("", 20), ("loud", 20)])
def test_the_level_is_a_setting(monkeypatch: pytest.MonkeyPatch, setting: str, level: int) -> None:
    monkeypatch.setenv("LYHTY_LOG_LEVEL", setting)
    assert logs._level() == level


def test_of_an_exception_only_its_class_is_printed(written: io.StringIO) -> None:
    try:
        raise ValueError(PLANTED)
    except ValueError:
        logging.getLogger("rasa.core").exception("failed with %s", PLANTED, stack_info=True)
    assert PLANTED not in written.getvalue()
    assert "error=ValueError" in written.getvalue()


def test_a_broken_log_call_prints_nothing_of_its_arguments(
    written: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("rasa.core").error("%d", PLANTED)
    assert PLANTED not in written.getvalue() + capsys.readouterr().err


@pytest.mark.parametrize("name", ["uvicorn.access", "sanic.access", "httpx"])
def test_requests_leave_no_line(written: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("a request")
    assert written.getvalue() == ""


def test_a_librarys_own_handler_is_taken_away() -> None:
    noisy = logging.getLogger("noisy.library")
    noisy.addHandler(logging.StreamHandler(io.StringIO()))
    logs.silence_handlers_of("noisy.library")
    assert noisy.handlers == []
    assert noisy.propagate


@pytest.mark.parametrize(
    "code",
    [
        f"raise RuntimeError('{PLANTED}')",
        f"import warnings; warnings.warn('{PLANTED}')",
        f"class A:\n  def __del__(self): raise RuntimeError('{PLANTED}')\nA()",
        f"import threading; t = threading.Thread(target=lambda: int('{PLANTED}')); t.start(); t.join()",
        "import asyncio\nasync def f():\n"
        f"  asyncio.get_running_loop().call_soon(int, '{PLANTED}'); await asyncio.sleep(0.05)\nasyncio.run(f())",
    ],
)
def test_whatever_ends_badly_says_no_words(code: str) -> None:
    start = "from process.logs import write_only_events; write_only_events('test')\n"
    done = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False)
    assert PLANTED not in done.stdout + done.stderr
