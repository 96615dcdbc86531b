"""P3: a conversation is gone everywhere, when its time is over (1) and at once on delete (2).

What process memory still holds afterwards cannot be promised: Python does not wipe strings. It is measured and printed,
and published in docs/retention.md; a restart of a process clears it.
"""

import time
from collections.abc import Callable
from pathlib import Path

from bench.running import RunningLyhty, eventually, run_lyhty
from tests.promises.places import hits, in_memory, planted_word, values_of
from tests.promises.visitor import Visitor

# What is left of a conversation: a mark that it was begun or deleted, the same for everybody.
CONTENTLESS = {b"begun", b"deleted"}
# A day, and up to a quarter of an hour more, so that its end does not tell when it was set.
MARK_SECONDS = (24 * 60 + 15) * 60


def _plant(lyhty: RunningLyhty) -> tuple[Visitor, list[str]]:
    """A visit that leaves a word in an ordinary message, one among personal data and one in words of danger."""
    words = [planted_word() for _ in range(3)]
    visitor = Visitor(lyhty.visitor).begins()
    visitor.asks(f"pomo pitää mun passia kaapissa ja sanoo {words[0]}")
    visitor.asks(f"nimeni on {words[1]} ja numeroni 040 123 4567, mitä mä voin tehdä")
    visitor.asks(f"hän lyö minua nyt ja huutaa {words[2]}")
    return visitor, words


def _nowhere(lyhty: RunningLyhty, words: list[str], since: float) -> bool:
    return not any(hits(lyhty, word, since) for word in words)


def _only_marks_are_left(lyhty: RunningLyhty) -> bool:
    valkey = lyhty.valkey()
    return {value for key in valkey.scan_iter("lyhty:*") for value in values_of(valkey, key)} <= CONTENTLESS


def test_words_are_nowhere_in_clear_even_while_the_conversation_lives(lyhty: RunningLyhty) -> None:
    since = time.time()
    visitor, words = _plant(lyhty)
    assert words[0] in visitor.reads().text
    for word in words:
        assert hits(lyhty, word, since) == {}


def test_after_delete_nothing_is_left(lyhty: RunningLyhty) -> None:
    since, before = time.time(), set(lyhty.valkey().scan_iter("lyhty:*"))
    visitor, words = _plant(lyhty)
    assert visitor.deletes().status_code == 204
    assert eventually(lambda: _nowhere(lyhty, words, since), seconds=60)
    left = set(lyhty.valkey().scan_iter("lyhty:*")) - before
    assert {value for key in left for value in values_of(lyhty.valkey(), key)} <= {b"deleted"}
    assert all(lyhty.valkey().ttl(key) <= MARK_SECONDS for key in left)


def test_what_memory_still_holds_after_delete_is_counted(
    lyhty: RunningLyhty, record_property: Callable[[str, object], None]
) -> None:
    visitor, words = _plant(lyhty)
    visitor.deletes()
    for part, pid in lyhty.pids().items():
        record_property(f"memory_{part}", sum(in_memory(pid, word) for word in words))


def test_a_restart_of_a_process_clears_its_memory(lyhty: RunningLyhty) -> None:
    visitor, words = _plant(lyhty)
    visitor.deletes()
    for part in ("actions", "visitor"):
        lyhty.wait_until_back(part, lyhty.kill(part))
        assert sum(in_memory(lyhty.pids()[part], word) for word in words) == 0


def test_when_its_time_is_over_nothing_is_left(tmp_path: Path) -> None:
    settings = {"LYHTY_LIMITS": "off", "LYHTY_IDLE_MINUTES": "1"}
    since = time.time()
    with run_lyhty(tmp_path, settings) as lyhty:
        visitor, words = _plant(lyhty)
        valkey = lyhty.valkey()
        assert eventually(lambda: _only_marks_are_left(lyhty), seconds=90)
        assert all(valkey.ttl(key) <= MARK_SECONDS for key in valkey.scan_iter("lyhty:*"))
        assert _nowhere(lyhty, words, since)
        gone = visitor.reads()
        assert gone.status_code in {401, 404, 410}
        assert not any(word in gone.text for word in words)
