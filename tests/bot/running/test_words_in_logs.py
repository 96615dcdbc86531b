"""Words planted in every situation are in no log, at any level; runs last, over all that the other tests caused."""

import base64
import json
import re
import secrets
import time
import urllib.parse
from pathlib import Path

import httpx
import pytest

from tests.bot.programs import ActionsProgram, RasaProgram
from tests.bot.running.frozen import frozen
from tests.bot.valkey_server import ValkeyServer
from tests.bot.word_overlap import FAILS_ON, SLEEPS_ON

OWN_LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\dZ (rasa|actions) (debug|info|warning|error|critical) [\w.: =/-]+")


def test_words_are_in_no_log(
    rasa: RasaProgram, actions: ActionsProgram, store: ValkeyServer, folder: Path, sender: str, planted: str
) -> None:
    _do_everything_with(planted, rasa, actions, store, sender)
    for written in _forms_of(planted) + _forms_of(sender):
        assert written not in rasa.log.read_bytes()
        assert written not in actions.log.read_bytes()
        assert written not in store.everything().replace(sender, "").encode()


def test_every_line_is_of_the_known_form(rasa: RasaProgram, actions: ActionsProgram) -> None:
    for program in (rasa, actions):
        for line in program.log.read_text().splitlines():
            assert OWN_LINE.fullmatch(line), line


def test_the_libraries_did_speak(rasa: RasaProgram) -> None:
    """Without this, the two tests above could pass because nothing was logged at all."""
    log = rasa.log.read_text()
    assert " debug rasa.core.processor " in log
    assert " error=" in log


def _do_everything_with(
    word: str, rasa: RasaProgram, actions: ActionsProgram, store: ValkeyServer, sender: str
) -> None:
    for text in (
        word,
        f"moi {word}",
        f"{word} {FAILS_ON}",
        f"{word} {SLEEPS_ON}",
        f'/{word}{{"a": "{word}"}}',
    ):
        rasa.ask(text, sender)
    with frozen(actions):
        rasa.ask(word, sender)
        rasa.ask_and_hang_up(word, sender)
        time.sleep(3)
    store.freeze()
    rasa.ask(word, sender)
    store.thaw()
    httpx.post(f"{rasa.url}messages", content=word.encode(), trust_env=False)
    httpx.post(f"{rasa.url}messages", json={"sender": word, "message": word}, trust_env=False)
    httpx.get(f"http://127.0.0.1:{rasa.port}/{word}", headers={"User-Agent": word}, trust_env=False)
    httpx.get(f"http://127.0.0.1:{actions.port}/{word}", headers={"User-Agent": word}, trust_env=False)
    httpx.post(f"http://127.0.0.1:{actions.port}/webhook", content=word.encode(), trust_env=False)
    call = {"next_action": word, "tracker": {"sender_id": word, "latest_message": {"text": word}}, "domain": {}}
    httpx.post(f"http://127.0.0.1:{actions.port}/webhook", json=call, trust_env=False)
    call["next_action"] = "action_answer"
    httpx.post(f"http://127.0.0.1:{actions.port}/webhook", json=call, trust_env=False)
    rasa.forget(sender)


def _forms_of(word: str) -> list[bytes]:
    forms = [
        word,
        json.dumps(word),
        urllib.parse.quote(word),
        base64.b64encode(word.encode()).decode().rstrip("=")[:-1],
    ]
    return [form.encode() for form in forms] + [word.encode("utf-16-le")]


@pytest.mark.parametrize("random_id", [secrets.token_urlsafe(24)])
def test_an_id_is_in_no_log_either(rasa: RasaProgram, actions: ActionsProgram, random_id: str) -> None:
    rasa.decisions("moi", random_id)
    assert random_id not in rasa.log.read_text() + actions.log.read_text()
