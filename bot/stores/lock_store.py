"""One message of a conversation at a time, over any number of Rasa processes.

Rasa's own lock over Redis has no time to live, polls once a second and logs the conversation's id.
"""

import asyncio
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from rasa.core.lock import TicketLock
from rasa.core.lock_store import LockStore
from valkey.asyncio import Valkey

KEY_PREFIX = "lyhty:lock:"
# Longer than a turn may take (see channel.py), so that a lock ends by itself only when its holder has died.
LOCK_SECONDS = 5.0
_POLL_SECONDS = 0.02
_RELEASE_IF_HELD = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"


class ValkeyLockStore(LockStore):
    """Locks in Valkey that end by themselves."""

    def __init__(self, valkey: Valkey) -> None:
        """Keep the locks in `valkey`."""
        self._valkey = valkey
        self._release = valkey.register_script(_RELEASE_IF_HELD)

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LOCK_SECONDS,
        wait_time_in_seconds: float = _POLL_SECONDS,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation's lock; waits for as long as the caller does.

        Args:
            conversation_id: whose.
            lock_lifetime: seconds after which the lock ends without its holder.
            wait_time_in_seconds: seconds between two tries.
        """
        key, token = KEY_PREFIX + conversation_id, secrets.token_hex(8)
        while not await self._take(key, token, lock_lifetime):  # noqa: ASYNC110 (another process may hold it)
            await asyncio.sleep(wait_time_in_seconds)
        try:
            yield TicketLock(conversation_id)
        finally:
            await self._release(keys=[key], args=[token])

    async def _take(self, key: str, token: str, seconds: float) -> bool:
        # Its own token means: taken by a first try whose answer was lost with the connection.
        holder = await self._valkey.set(key, token, nx=True, get=True, px=int(seconds * 1000))
        return holder in (None, token)
