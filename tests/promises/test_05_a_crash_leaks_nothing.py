"""P3: a process that crashes in the middle of a message writes nothing of it to the disk or the log."""

import ast
import signal
import threading
import time
from pathlib import Path

import pytest

from bench.running import ROOT, RunningLyhty
from process.hardening import swap_in_use
from tests.promises.places import hits, planted_word
from tests.promises.visitor import Visitor

PARTS_WITH_WORDS = ("visitor", "rasa", "actions")


def _limit(pid: int) -> str:
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line for line in lines if line.startswith("Max core file size"))


@pytest.mark.parametrize("part", [*PARTS_WITH_WORDS, "valkey", "staff"])
def test_no_process_may_write_a_core_file(lyhty: RunningLyhty, part: str) -> None:
    assert _limit(lyhty.pids()[part]).split()[4:6] == ["0", "0"]


@pytest.mark.parametrize(
    "entry", ["api/serving/one.py", "api/serving/everything.py", "bot/__main__.py", "actions/__main__.py"]
)
def test_every_process_that_sees_words_makes_itself_undumpable(entry: str) -> None:
    """What `harden` does is tested in tests/process; the kernel tells PR_GET_DUMPABLE to the process itself only."""
    tree = ast.parse((ROOT / entry).read_text())
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert "harden" in called


@pytest.mark.parametrize("part", PARTS_WITH_WORDS)
def test_a_crash_in_the_middle_of_a_message(lyhty: RunningLyhty, part: str) -> None:
    since, word = time.time(), planted_word()
    visitor = Visitor(lyhty.visitor).begins()
    crash = threading.Timer(0.02, lambda: lyhty.kill(part, signal.SIGSEGV))
    pid = lyhty.pids()[part]
    crash.start()
    for _ in range(5):
        try:
            visitor.posts(f"pomo vei passin {word}")
        except Exception:
            break
    crash.join()
    lyhty.wait_until_back(part, pid)
    lyhty.wait_until_ready()
    assert hits(lyhty, word, since) == {}
    assert not [path for path in Path.cwd().glob("core*") if path.stat().st_mtime >= since and path.is_file()]


def test_the_log_says_that_a_part_died_and_came_back(lyhty: RunningLyhty) -> None:
    assert "part_died part=rasa" in lyhty.log() or "part_died part=visitor" in lyhty.log()


def test_swap_is_warned_of_when_it_is_on(lyhty: RunningLyhty) -> None:
    assert ("swap_is_on" in lyhty.log()) == swap_in_use()
