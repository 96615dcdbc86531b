"""One message of a conversation at a time, and no lock outlives its use for long."""

import asyncio

import pytest
from valkey.asyncio import Valkey

from bot.stores.lock_store import ValkeyLockStore

SENDER = "a-random-id-of-a-conversation"
KEY = f"lyhty:lock:{SENDER}"


@pytest.fixture
def locks(valkey: Valkey) -> ValkeyLockStore:
    return ValkeyLockStore(valkey)


async def test_the_second_waits_for_the_first(locks: ValkeyLockStore) -> None:
    order = []

    async def message(name: str) -> None:
        async with locks.lock(SENDER):
            order.append(f"{name} begins")
            await asyncio.sleep(0.1)
            order.append(f"{name} ends")

    await asyncio.gather(*(message(name) for name in "abc"))
    begun = [line.split()[0] for line in order[::2]]
    assert sorted(begun) == ["a", "b", "c"]
    assert order == [line for name in begun for line in (f"{name} begins", f"{name} ends")]


async def test_other_conversations_do_not_wait(locks: ValkeyLockStore) -> None:
    async with asyncio.timeout(1), locks.lock(SENDER), locks.lock(f"{SENDER}-other"):
        pass


async def test_it_is_given_back_after_use_and_after_a_failure(locks: ValkeyLockStore, valkey: Valkey) -> None:
    async with locks.lock(SENDER):
        assert await valkey.get(KEY)
    assert await valkey.get(KEY) is None
    with pytest.raises(ValueError, match="in mid-turn"):
        async with locks.lock(SENDER):
            raise ValueError("in mid-turn")
    assert await valkey.get(KEY) is None


async def test_it_is_given_back_when_the_turn_is_cut_off(locks: ValkeyLockStore, valkey: Valkey) -> None:
    async def endless() -> None:
        async with locks.lock(SENDER):
            await asyncio.sleep(60)

    with pytest.raises(TimeoutError):
        await asyncio.wait_for(endless(), 0.2)
    assert await valkey.get(KEY) is None


async def test_it_ends_by_itself_when_its_holder_dies(locks: ValkeyLockStore, valkey: Valkey) -> None:
    await valkey.set(KEY, "a holder that died", px=300)
    async with asyncio.timeout(2), locks.lock(SENDER):
        assert await valkey.pttl(KEY) <= 5000


async def test_a_lock_that_ended_is_not_taken_from_the_next_holder(locks: ValkeyLockStore, valkey: Valkey) -> None:
    async with locks.lock(SENDER, lock_lifetime=0.05):
        await asyncio.sleep(0.1)
        await valkey.set(KEY, "the next holder")
    assert await valkey.get(KEY) == "the next holder"


async def test_a_lost_answer_is_not_taken_for_another_holder(locks: ValkeyLockStore, valkey: Valkey) -> None:
    assert await locks._take(KEY, "mine", 5)
    assert await locks._take(KEY, "mine", 5)
    assert not await locks._take(KEY, "another's", 5)
