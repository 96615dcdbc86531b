"""The limits in numbers, and where they come from.

- One network: 50 people behind one address at human pace write at most one message each 6 seconds: 500 a minute.
- New conversations: a news day brings 100 in a second (`bench`), and memory must hold them for half an hour.

The limits of one conversation stand in `api/conversations/figures.py`, since they are counted in the store.
"""

PER_NETWORK_AND_MINUTE = 600
NEW_CONVERSATIONS_PER_MINUTE = 7200


def share(limit: int, processes: int) -> int:
    """One process's part of a limit, rounded up: the processes do not tell each other whom they have seen."""
    return -(-limit // processes)
