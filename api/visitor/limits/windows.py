"""Counting per minute, in the memory of one process, without holding who is counted.

A network is known by a keyed hash whose random key is thrown away with its minute: two minutes cannot be linked, and
nobody can test whether a given address was here once the minute is over. Nothing of it is stored or logged.
"""

import hashlib
import math
import secrets

from api.clock import Clock
from api.visitor.limits.errors import RequestsTooFast, TooManyConversations

WINDOW_SECONDS = 60
_MOST_NETWORKS = 100_000  # about 10 MB; a flood from more networks than that is held back by the total alone


class Windows:
    """Counts within fixed windows of a minute.

    Args:
        clock: tells the time.
        most: how many are allowed in one window.
    """

    def __init__(self, clock: Clock, most: int) -> None:
        self._clock = clock
        self._most = most
        self._window = 0
        self._key = b""
        self._counts: dict[bytes, int] = {}

    def count(self, who: bytes) -> int | None:
        """Count one; None while it is allowed, otherwise the seconds until the next window."""
        now = self._clock.now().timestamp()
        self._turn_to(int(now // WINDOW_SECONDS))
        mark = hashlib.blake2b(who, key=self._key, digest_size=8).digest()
        seen = self._counts.get(mark, 0)
        if seen >= self._most:
            return math.ceil(WINDOW_SECONDS - now % WINDOW_SECONDS)
        if seen or len(self._counts) < _MOST_NETWORKS:
            self._counts[mark] = seen + 1
        return None

    def _turn_to(self, window: int) -> None:
        if window != self._window:
            self._window = window
            self._key = secrets.token_bytes(32)
            self._counts = {}


class NetworkLimit:
    """How many requests that change something one network may make in a minute."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    def admit(self, network: bytes | None) -> None:
        """Let a request pass.

        Args:
            network: from `networks.network_of`; None passes, since there is nobody to tell apart.

        Raises:
            RequestsTooFast: the network has had its share of this minute.
        """
        wait = self._windows.count(network) if network is not None else None
        if wait is not None:
            raise RequestsTooFast(retry_after=wait)


class TotalLimit:
    """How many conversations may begin in a minute, whoever begins them."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    def admit(self) -> None:
        """Let one begin.

        Raises:
            TooManyConversations: as many as may have begun in this minute.
        """
        wait = self._windows.count(b"")
        if wait is not None:
            raise TooManyConversations(retry_after=wait)
