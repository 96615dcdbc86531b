"""What is remembered of a conversation: no words, few turns, for a short time, and nothing after a deletion."""

import json
import secrets
import time
from statistics import median
from threading import Thread
from typing import Any

import pytest

from tests.bot.asked import NONSENSE, one_of
from tests.bot.programs import ActionsProgram, RasaProgram
from tests.bot.running.frozen import frozen
from tests.bot.valkey_server import ValkeyServer


@pytest.fixture
def keys(store: ValkeyServer) -> Any:
    """The store as an onlooker sees it."""
    return store.look()


def test_only_meaning_is_stored(rasa: RasaProgram, store: ValkeyServer, keys: Any, sender: str) -> None:
    words = [one_of("residence/reflection-period"), f"{NONSENSE} {secrets.token_hex(8)}"]
    for text in words:
        rasa.decisions(text, sender)
    assert json.loads(keys.get(f"lyhty:tracker:{sender}")) == [
        ["residence.reflection-period", 1.0, "action_answer"],
        ["out_of_scope", 1.0, "action_out_of_scope"],
    ]
    stored = store.everything()
    assert not any(word in stored for text in words for word in text.split() if len(word) > 4)


def test_no_lock_stays_behind(rasa: RasaProgram, keys: Any, sender: str) -> None:
    rasa.decisions("moi", sender)
    assert keys.keys("lyhty:lock:*") == []


def test_a_conversation_ends_by_itself(rasa: RasaProgram, keys: Any, sender: str) -> None:
    rasa.decisions("moi", sender)
    assert 1790 < keys.ttl(f"lyhty:tracker:{sender}") <= 1800
    keys.expire(f"lyhty:tracker:{sender}", 5)
    rasa.decisions("moi", sender)
    assert keys.ttl(f"lyhty:tracker:{sender}") > 1790


def test_a_long_conversation_is_as_fast_as_a_short_one(rasa: RasaProgram, keys: Any, sender: str) -> None:
    seconds = [_seconds(rasa, sender) for _ in range(70)]
    assert len(json.loads(keys.get(f"lyhty:tracker:{sender}"))) == 6
    assert median(seconds[55:]) < 2 * median(seconds[3:18])


def test_a_deleted_conversation_leaves_a_mark_without_content(rasa: RasaProgram, keys: Any, sender: str) -> None:
    rasa.decisions(one_of("safety/threats"), sender)
    assert rasa.forget(sender).status_code == 204
    assert keys.get(f"lyhty:tracker:{sender}") == "deleted"
    assert 0 < keys.ttl(f"lyhty:tracker:{sender}") <= 1800


def test_nothing_more_is_said_in_a_deleted_conversation(rasa: RasaProgram, sender: str) -> None:
    rasa.decisions("moi", sender)
    rasa.forget(sender)
    answer = rasa.ask("moi", sender)
    assert (answer.status_code, answer.json()) == (410, {"error": "ConversationDeleted"})


def test_deleting_what_never_was_is_no_error(rasa: RasaProgram, sender: str) -> None:
    assert rasa.forget(sender).status_code == 204


def test_a_message_on_its_way_brings_nothing_back(
    rasa: RasaProgram, actions: ActionsProgram, keys: Any, sender: str
) -> None:
    rasa.decisions("moi", sender)
    on_its_way = Thread(target=rasa.ask, args=(one_of("safety/threats"), sender))
    with frozen(actions):
        on_its_way.start()
        time.sleep(0.5)  # the turn now waits for the action server
        assert rasa.forget(sender).status_code == 204
    on_its_way.join()
    assert keys.get(f"lyhty:tracker:{sender}") == "deleted"


def _seconds(rasa: RasaProgram, sender: str) -> float:
    started = time.perf_counter()
    rasa.decisions("moi", sender)
    return time.perf_counter() - started
