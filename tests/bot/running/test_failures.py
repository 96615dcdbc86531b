"""When a part fails, the caller is told at once, others notice nothing, and all is well again when the part is."""

import secrets
import time

import pytest

from tests.bot.asked import NONSENSE, one_of
from tests.bot.programs import ActionsProgram, RasaProgram
from tests.bot.running.frozen import frozen
from tests.bot.valkey_server import ValkeyServer
from tests.bot.word_overlap import FAILS_ON

UNAVAILABLE = (503, {"error": "ActionsUnavailable"})
NO_STORAGE = (503, {"error": "StorageUnavailable"})


@pytest.fixture(autouse=True)
def well_before_and_after(rasa: RasaProgram) -> None:
    assert rasa.ask("moi", secrets.token_urlsafe(24)).status_code == 200


def test_the_action_server_is_down(rasa: RasaProgram, actions: ActionsProgram, sender: str) -> None:
    rasa.decisions(NONSENSE, sender)
    actions.kill()
    try:
        assert _told(rasa, sender) == UNAVAILABLE
        assert _seconds_to_be_told(rasa, sender) < 1
    finally:
        actions.start()
    (decision,) = rasa.decisions(NONSENSE, sender)
    assert decision["again"] is True  # the failed turns never happened: the one before them still counts


def test_the_action_server_hangs(rasa: RasaProgram, actions: ActionsProgram, sender: str) -> None:
    with frozen(actions):
        assert _seconds_to_be_told(rasa, sender) < 4
        assert _told(rasa, sender) == UNAVAILABLE
    assert rasa.decisions("moi", sender)


def test_the_action_server_was_restarted(rasa: RasaProgram, actions: ActionsProgram, sender: str) -> None:
    rasa.decisions("moi", sender)
    actions.stop()
    actions.start()
    assert rasa.decisions("moi", sender)


def test_valkey_is_down(rasa: RasaProgram, store: ValkeyServer, sender: str) -> None:
    rasa.decisions(NONSENSE, sender)
    store.stop()
    try:
        assert _told(rasa, sender) == NO_STORAGE
        assert _seconds_to_be_told(rasa, sender) < 4
        assert rasa.forget(sender).status_code == 503
    finally:
        store.start()
    assert rasa.decisions(NONSENSE, sender)[0]["again"] is False  # its memory is lost, and nothing else


def test_valkey_hangs(rasa: RasaProgram, store: ValkeyServer, sender: str) -> None:
    store.freeze()
    try:
        assert _seconds_to_be_told(rasa, sender) < 5
    finally:
        store.thaw()
    assert _soon_well(rasa, sender)


def test_the_understanding_fails(rasa: RasaProgram, sender: str, planted: str) -> None:
    answer = rasa.ask(f"{planted} {FAILS_ON}", sender)
    assert (answer.status_code, answer.json()) == (500, {"error": "TurnFailed"})
    assert rasa.decisions("moi", sender)


def test_the_caller_hangs_up(rasa: RasaProgram, actions: ActionsProgram, sender: str, planted: str) -> None:
    with frozen(actions):
        rasa.ask_and_hang_up(f"{NONSENSE} {planted}", sender)
        time.sleep(0.5)
    time.sleep(0.5)
    assert rasa.decisions(NONSENSE, sender)[0]["again"] is True  # the turn ended well all the same


def test_two_messages_of_one_conversation_at_once(rasa: RasaProgram, actions: ActionsProgram, sender: str) -> None:
    with frozen(actions):
        rasa.ask_and_hang_up(NONSENSE, sender)
        rasa.ask_and_hang_up(NONSENSE, sender)
        time.sleep(0.3)
    assert rasa.decisions(NONSENSE, sender)[0]["again"] is True


def test_one_waits_and_another_is_served(rasa: RasaProgram, store: ValkeyServer, sender: str) -> None:
    store.look().set(f"lyhty:lock:{sender}", "somebody", px=1500)
    assert rasa.ask("moi", f"{sender}-other").elapsed.total_seconds() < 1
    assert rasa.decisions("moi", sender)


def _told(rasa: RasaProgram, sender: str) -> tuple[int, object]:
    answer = rasa.ask(one_of("safety/threats"), sender)
    return answer.status_code, answer.json()


def _soon_well(rasa: RasaProgram, sender: str) -> bool:
    """Well again after at most the life of a lock that the frozen server took on waking."""
    return any(rasa.ask("moi", sender).status_code == 200 for _ in range(4))


def _seconds_to_be_told(rasa: RasaProgram, sender: str) -> float:
    started = time.monotonic()
    _told(rasa, sender)
    return time.monotonic() - started
