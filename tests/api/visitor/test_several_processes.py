"""Real gateway processes over one Valkey: one may be killed in mid-message, and nothing is lost or doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.api.rasa_channel import RasaChannel, free_port

ROOT = Path(__file__).parents[3]
SERVE = """
import sys, uvicorn
from api.settings import Settings
from api.visitor.app import create_app
settings = Settings.from_environment()
uvicorn.run(create_app(settings), port=settings.visitor_port, log_config=None, access_log=False)
"""


class Gateway:
    """A visitor's application in a process of its own."""

    def __init__(self, valkey_url: str, rasa_url: str) -> None:
        self.port = free_port()
        settings = {
            "LYHTY_VALKEY_URL": valkey_url,
            "LYHTY_RASA_URL": rasa_url,
            "LYHTY_VISITOR_PORT": str(self.port),
            "LYHTY_LIMITS": "off",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE], cwd=ROOT, env={**os.environ, **settings}, stderr=subprocess.DEVNULL
        )
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=20)

    def is_up(self) -> bool:
        try:
            return self.http.get("/health/live").status_code == 200
        except httpx.TransportError:
            return False

    def dies(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def resident_megabytes(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


@pytest.fixture(scope="module")
def three(valkey_url: str, _channel: RasaChannel) -> Iterator[list[Gateway]]:
    gateways = [Gateway(valkey_url, _channel.url) for _ in range(3)]
    deadline = time.monotonic() + 90
    while not all(gateway.is_up() for gateway in gateways):
        assert time.monotonic() < deadline, "the gateways did not start"
        time.sleep(0.1)
    yield gateways
    for gateway in gateways:
        gateway.http.close()
        if gateway.process.poll() is None:
            gateway.process.terminate()
            gateway.process.wait(10)


@pytest.fixture
def two(three: list[Gateway]) -> tuple[Gateway, Gateway]:
    """Those that live through every test here; the third is there to be killed."""
    return three[0], three[1]


def posted(gateway: Gateway, token: str, text: str, message_id: str) -> httpx.Response:
    body = {"text": text, "language": "fi", "id": message_id}
    return gateway.http.post("/api/messages", json=body, headers={"Authorization": f"Bearer {token}"})


def turns(gateway: Gateway, token: str) -> list[dict[str, Any]]:
    answer = gateway.http.get("/api/conversation", headers={"Authorization": f"Bearer {token}"})
    return list(answer.json()["turns"])


def test_what_one_begins_the_other_goes_on_with(two: tuple[Gateway, Gateway], rasa: RasaChannel) -> None:
    first, second = two
    token = first.http.post("/api/conversations", json={"language": "fi"}).json()["token"]
    for number in range(6):
        assert posted(two[number % 2], token, f"viesti {number}", str(uuid4())).status_code == 200
    assert turns(first, token) == turns(second, token)
    said = [turn["text"] for turn in turns(first, token) if turn["by"] == "visitor"]
    assert said == [f"viesti {number}" for number in range(6)]


def test_a_race_of_both_for_one_message_has_one_answer(two: tuple[Gateway, Gateway], rasa: RasaChannel) -> None:
    token = two[0].http.post("/api/conversations", json={"language": "fi"}).json()["token"]
    for _ in range(10):
        message_id = str(uuid4())
        with ThreadPoolExecutor(6) as people:
            answers = list(people.map(lambda n, id=message_id: posted(two[n % 2], token, "moi", id), range(6)))
        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.text for answer in answers}) == 1
    assert len(rasa.heard) == 10
    assert len(turns(two[0], token)) == 20


def test_one_is_killed_in_the_middle_of_a_message(three: list[Gateway], rasa: RasaChannel) -> None:
    first, second = three[2], three[0]
    token = first.http.post("/api/conversations", json={"language": "fi"}).json()["token"]
    posted(first, token, "ennen", str(uuid4()))
    rasa.delay, message_id = 2.0, str(uuid4())
    with ThreadPoolExecutor(1) as waiting:
        lost = waiting.submit(posted, first, token, "kesken", message_id)
        while len(rasa.heard) < 2:
            time.sleep(0.02)
        first.dies()
        with pytest.raises(httpx.TransportError):
            lost.result()
    rasa.delay = 0.0
    answer = posted(second, token, "kesken", message_id)
    while answer.status_code == 503:  # the dead process's claim runs out within eight seconds
        assert answer.json()["error"] == "AnswerPending"
        answer = posted(second, token, "kesken", message_id)
    assert answer.status_code == 200
    assert [turn["text"] for turn in turns(second, token) if turn["by"] == "visitor"] == ["ennen", "kesken"]


def test_a_process_stays_small(two: tuple[Gateway, Gateway], rasa: RasaChannel) -> None:
    token = two[0].http.post("/api/conversations", json={"language": "fi"}).json()["token"]
    for number in range(100):
        posted(two[0], token, f"soita 040 123 45{number:02}", str(uuid4()))
    assert two[0].resident_megabytes() <= 150
