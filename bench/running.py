"""The whole of Lyhty as a person runs it, for tests and measurements: real processes on free ports."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import valkey

ROOT = Path(__file__).parents[1]
START_SECONDS = 300.0
PARTS = {"valkey": "valkey.sock", "actions": "actions", "rasa": "bot", "visitor": "visitor", "staff": "staff"}


class NotInTime(AssertionError):
    """Something did not become true in the time that was given to it; the message holds the processes' output."""


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def eventually(true: Callable[[], bool], seconds: float = 30.0, pause: float = 0.1) -> bool:
    """Whether it became true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(pause)
    return False


@dataclass
class RunningLyhty:
    """A started `lyhty serve`."""

    process: subprocess.Popen[bytes]
    output: Path
    visitor: str
    staff: str
    ports: dict[str, int]

    def pids(self) -> dict[str, int]:
        """Process numbers by part, as the kernel lists the supervisor's children."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        found = {}
        for child in children:
            words = Path(f"/proc/{child}/cmdline").read_bytes().decode().split("\0")
            for part, mark in PARTS.items():
                if any(word == mark or word.endswith("/" + mark) for word in words):
                    found[part] = int(child)
        return found

    def valkey(self) -> Any:
        """A client of the embedded server, found by its title, in which it names its socket: `unixsocket:<path>`."""
        words = Path(f"/proc/{self.pids()['valkey']}/cmdline").read_bytes().decode().split("\0")
        socket_path = next(word.partition(":")[2] for word in words if word.endswith("/valkey.sock"))
        return valkey.Valkey(unix_socket_path=socket_path)

    def kill(self, part: str, number: signal.Signals = signal.SIGKILL) -> int:
        """End one part as an accident would; gives the number it had."""
        pid = self.pids()[part]
        os.kill(pid, number)
        return pid

    def wait_until_back(self, part: str, old_pid: int, seconds: float = 90.0) -> None:
        """Wait until a part that was ended serves again.

        Raises:
            NotInTime: it does not.
        """
        self._require(lambda: self.pids().get(part) not in {None, old_pid}, seconds)
        self._require(self._ready if part == "valkey" else lambda: _listens(self.ports[part]), seconds)

    def _require(self, true: Callable[[], bool], seconds: float) -> None:
        if not eventually(true, seconds):
            raise NotInTime(self.log())

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.visitor}/health/ready", timeout=5).status_code == 200
        except httpx.HTTPError:
            return False

    def wait_until_ready(self, seconds: float = 90.0) -> None:
        """Wait until every part serves.

        Raises:
            NotInTime: some part does not.
        """
        self._require(self._ready, seconds)

    def log(self) -> str:
        """All that the processes have printed so far."""
        return self.output.read_text(errors="replace")


@contextmanager
def run_lyhty(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[RunningLyhty]:
    """Start everything with the given settings, and stop it afterwards.

    Args:
        folder: where the output goes.
        settings: `LYHTY_*` variables beside the ports.
    """
    ports = {part: free_port() for part in ("visitor", "staff", "rasa", "actions")}
    environment = {
        **{name: value for name, value in os.environ.items() if _is_kept(name)},
        **{f"LYHTY_{part.upper()}_PORT": str(port) for part, port in ports.items()},
        **(settings or {}),
    }
    output = folder / "output.log"
    with output.open("wb") as stream:
        command = [sys.executable, "-m", "api.cli", "serve"]
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=stream)
        addresses = [f"http://127.0.0.1:{ports[part]}" for part in ("visitor", "staff")]
        running = RunningLyhty(process, output, addresses[0], addresses[1], ports)
        try:
            running.wait_until_ready(START_SECONDS)
            yield running
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _is_kept(variable: str) -> bool:
    """A person's own settings stay out, but where the bot's environment and the models lie."""
    return not variable.startswith("LYHTY_") or variable in {"LYHTY_BOT_PYTHON", "LYHTY_MODELS_DIR", "LYHTY_CACHE_DIR"}


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=0.5):
            return True
    except OSError:
        return False
