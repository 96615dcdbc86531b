"""`python -m actions` as Rasa finds it: on loopback, answering calls, and silent about what they hold."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.actions.calls import call

PROJECT = Path(__file__).parent.parent.parent
START_SECONDS = 60.0


class Running:
    """The program, with its log."""

    def __init__(self, log: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = log
        self.url = f"http://127.0.0.1:{self.port}"
        environment = {**os.environ, "LYHTY_ACTIONS_PORT": str(self.port)}
        with log.open("wb") as written:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "actions"], cwd=PROJECT, env=environment, stdout=written, stderr=written
            )

    def wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            try:
                httpx.get(f"{self.url}/health", trust_env=False)
                return
            except httpx.HTTPError:
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    program = Running(tmp_path_factory.mktemp("actions") / "log")
    program.wait()
    yield program
    program.process.terminate()
    program.process.wait(20)


def test_a_call_is_answered(running: Running) -> None:
    answer = httpx.post(f"{running.url}/webhook", json=call("action_small_talk", "small_talk.yes"), trust_env=False)
    assert answer.status_code == 200
    assert answer.json()["responses"][0]["custom"] == {"kind": "small_talk", "small_talk": "yes"}


def test_many_calls_go_over_one_connection(running: Running) -> None:
    with httpx.Client(trust_env=False) as client:
        for _ in range(20):
            answer = client.post(f"{running.url}/webhook", json=call("action_offer", "unsure"))
            assert answer.headers["connection"] == "keep-alive"


def test_an_unknown_action_is_refused(running: Running) -> None:
    answer = httpx.post(f"{running.url}/webhook", json=call("action_unknown", "unsure"), trust_env=False)
    assert answer.status_code == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"next_action": "action_answer"}'])
def test_a_broken_call_breaks_nothing(running: Running, body: bytes) -> None:
    assert httpx.post(f"{running.url}/webhook", content=body, trust_env=False).status_code >= 400
    assert httpx.get(f"{running.url}/health", trust_env=False).status_code == 200


def test_no_other_site_may_call_it_from_a_browser(running: Running) -> None:
    origin = {"Origin": "https://elsewhere.example"}
    answer = httpx.post(f"{running.url}/webhook", json=call("action_offer", "unsure"), headers=origin, trust_env=False)
    assert "access-control-allow-origin" not in answer.headers


def test_what_a_call_holds_is_in_no_log(running: Running) -> None:
    planted = secrets.token_hex(12)
    good = call("action_answer", "safety.threats")
    good["tracker"]["latest_message"]["text"] = planted
    broken = {**good, "tracker": {"sender_id": planted, "latest_message": {"text": planted}}}
    for body in (good, broken, {**good, "next_action": planted}):
        httpx.post(f"{running.url}/webhook", json=body, headers={"User-Agent": planted}, trust_env=False)
    httpx.get(f"{running.url}/{planted}", trust_env=False)
    assert planted not in running.log.read_text()
    assert "error=" in running.log.read_text()  # the broken call was logged, so the line above says something


def test_it_listens_on_loopback_only_and_dumps_no_core(running: Running) -> None:
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    addresses = {
        row[1].split(":")[0] for row in listening if row[3] == "0A" and row[1].endswith(f":{running.port:04X}")
    }
    assert addresses == {"0100007F"}
    limits = Path(f"/proc/{running.process.pid}/limits").read_text()
    assert next(line for line in limits.splitlines() if "core file" in line).split()[4:6] == ["0", "0"]


def test_a_wrong_setting_is_told_in_a_sentence() -> None:
    environment = {**os.environ, "LYHTY_ACTIONS_PORT": "many"}
    done = subprocess.run(
        [sys.executable, "-m", "actions"], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("LYHTY_ACTIONS_PORT is 'many'. Set it to")
