"""No core dumps: a crash must not write visitors' words to the disk (promise P3).

`RLIMIT_CORE` alone is not enough: a core pattern that pipes to a program ignores it, so the process is also
marked as not dumpable (core(5), prctl(2)).
"""

import ctypes
import resource
from pathlib import Path

_PR_GET_DUMPABLE = 3
_PR_SET_DUMPABLE = 4


class CoreDumpsPossible(RuntimeError):
    """The operating system refused to switch core dumps off."""


def harden() -> None:
    """Switch core dumps off for this process and, by inheritance of the limit, for its children.

    Raises:
        CoreDumpsPossible: the system refused.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _prctl(_PR_SET_DUMPABLE, 0) != 0:
        raise CoreDumpsPossible("The system refused to switch core dumps off (PR_SET_DUMPABLE).")


def is_dumpable() -> bool:
    """Whether the kernel would let this process be dumped."""
    return _prctl(_PR_GET_DUMPABLE, 0) != 0


def swap_in_use(swaps: Path = Path("/proc/swaps")) -> bool:
    """Whether the machine may write memory to a swap disk; `swaps` is the kernel's table (proc(5)).

    False where the table cannot be read: then nothing is known, and the operator's guide says how to look.
    """
    try:
        return len(swaps.read_text().splitlines()) > 1
    except OSError:
        return False


def _prctl(option: int, argument: int) -> int:
    return int(ctypes.CDLL(None, use_errno=True).prctl(option, argument, 0, 0, 0))
