"""The supervisor keeps its parts alive, and leaves none behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api.serving.part import Part
from api.serving.supervisor import PartsNotReady, Supervisor

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]


def _eventually(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"


def _run_until_ready_then(parts: list[Part], act: Callable[[], None]) -> None:
    def act_and_stop() -> None:
        try:
            act()
        finally:
            os.kill(os.getpid(), signal.SIGINT)

    Supervisor(parts).run(threading.Thread(target=act_and_stop).start, ready_seconds=20)


def test_stopping_stops_every_part() -> None:
    parts = [Part("one", FOREVER), Part("two", FOREVER)]
    pids: list[int] = []
    _run_until_ready_then(parts, lambda: pids.extend(part.pid or 0 for part in parts))
    assert len(pids) == 2
    assert not any(_alive(pid) for pid in pids)


def test_a_part_that_dies_is_started_again() -> None:
    part = Part("one", FOREVER)
    seen: list[int] = []

    def kill_it() -> None:
        first = part.pid or 0
        os.kill(first, signal.SIGKILL)
        assert _eventually(lambda: part.pid not in {None, first})
        seen.extend([first, part.pid or 0])

    _run_until_ready_then([part], kill_it)
    assert len(set(seen)) == 2


def test_a_part_that_keeps_dying_is_tried_less_and_less_often() -> None:
    part = Part("dying", [sys.executable, "-c", ""])
    part.start()
    pauses = []
    for _ in range(2):
        assert _eventually(lambda: part.pid is None)
        part.restart_if_dead()
        pauses.append(part._again_at - time.monotonic())
        assert _eventually(lambda: _is_running_after_a_look(part))
    part.stop()
    assert pauses[1] > pauses[0]


def _is_running_after_a_look(part: Part) -> bool:
    part.restart_if_dead()
    return part.pid is not None


def test_parts_that_never_serve_are_named_and_stopped() -> None:
    part = Part("deaf", FOREVER, is_ready=lambda: False)
    with pytest.raises(PartsNotReady, match="deaf"):
        Supervisor([part]).run(lambda: None, ready_seconds=0.5)
    assert part.pid is None


def test_a_part_that_ignores_the_request_to_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("api.serving.part._STOP_SECONDS", 0.3)
    ready = tmp_path / "ready"
    ignoring = "import signal, time, pathlib; signal.signal(15, signal.SIG_IGN)"
    code = f"{ignoring}; pathlib.Path({str(ready)!r}).touch(); time.sleep(600)"
    part = Part("stubborn", [sys.executable, "-c", code])
    part.start()
    assert _eventually(ready.exists)
    pid = part.pid or 0
    part.stop()
    assert not _alive(pid)


def test_no_part_outlives_a_supervisor_that_was_killed() -> None:
    code = (
        "from api.serving.part import Part; import sys, time\n"
        f"p = Part('one', {FOREVER!r}); p.start(); print(p.pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as supervisor:
        assert supervisor.stdout is not None
        child = int(supervisor.stdout.readline())
        assert _alive(child)
        supervisor.kill()
    assert _eventually(lambda: not _alive(child))


def test_what_a_part_prints_is_thrown_away(capfd: pytest.CaptureFixture[str]) -> None:
    part = Part("talking", [sys.executable, "-c", "print('planted-word')"])
    part.start()
    assert _eventually(lambda: part.pid is None)
    assert "planted-word" not in capfd.readouterr().out
