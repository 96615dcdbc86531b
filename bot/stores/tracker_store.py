"""Rasa's memory of a conversation, kept in Valkey for minutes and without a single word.

Rasa's own stores keep the text of every message, grow without end, and cannot delete (promises P1, P2, P3).
"""

from collections.abc import Iterable

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from valkey.asyncio import Valkey

from bot.stores.turns import TURNS_KEPT, dumped, events_of, loaded, turns_of

KEY_PREFIX = "lyhty:tracker:"
_TOMBSTONE = "deleted"
# In one step, so that a message on its way cannot bring a deleted conversation back.
_SAVE_UNLESS_DELETED = f"""
if redis.call('GET', KEYS[1]) == '{_TOMBSTONE}' then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
return 1
"""


class ConversationDeleted(RuntimeError):
    """The conversation was deleted on request; nothing more can be said in it."""


class ForgetfulTrackerStore(TrackerStore):
    """Keeps the meaning of a conversation's last turns until it has been idle for a while, or is deleted."""

    def __init__(self, valkey: Valkey, idle_seconds: int, domain: Domain | None = None) -> None:
        """Keep conversations in `valkey` for `idle_seconds` after their last turn."""
        super().__init__(domain)
        self._valkey = valkey
        self._idle_seconds = idle_seconds
        self._save_unless_deleted = valkey.register_script(_SAVE_UNLESS_DELETED)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep the last answered turns; a conversation without one leaves no trace."""
        turns = turns_of(tracker.events)[-TURNS_KEPT:]
        if turns:
            key = KEY_PREFIX + tracker.sender_id
            await self._save_unless_deleted(keys=[key], args=[dumped(turns), self._idle_seconds])

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation as it was after its last turn; None when it is new or forgotten.

        Raises:
            ConversationDeleted: it was deleted on request.
        """
        stored = await self._valkey.get(KEY_PREFIX + sender_id)
        if stored is None:
            return None
        if stored == _TOMBSTONE:
            raise ConversationDeleted
        return DialogueStateTracker.from_events(sender_id, events_of(loaded(stored)), self.domain.slots)

    async def delete(self, sender_id: str) -> None:
        """Forget the conversation now, and keep it forgotten; what stays is a mark without content, with an end."""
        await self._valkey.set(KEY_PREFIX + sender_id, _TOMBSTONE, ex=self._idle_seconds)

    async def keys(self) -> Iterable[str]:
        """None: nobody lists conversations."""
        return []
