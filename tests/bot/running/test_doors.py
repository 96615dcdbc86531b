"""Nothing of the bot can be reached but its channel, and it reaches out to nobody."""

import socket
from pathlib import Path

import httpx
import pytest

from tests.bot.programs import ActionsProgram, RasaProgram

RASA_ROUTES = [
    "/",
    "/version",
    "/status",
    "/domain",
    "/conversations/default/tracker",
    "/conversations/default/execute",
    "/model",
    "/model/parse",
    "/model/train",
    "/webhooks/rest/webhook",
    "/webhooks/rest/",
    "/webhooks/callback/webhook",
    "/socket.io/",
]


@pytest.mark.parametrize("route", RASA_ROUTES)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_rasas_own_routes_are_not_there(rasa: RasaProgram, route: str, method: str) -> None:
    answer = httpx.request(method, f"http://127.0.0.1:{rasa.port}{route}", trust_env=False)
    assert answer.status_code == 404


def test_our_channel_says_that_it_is_well(rasa: RasaProgram) -> None:
    answer = httpx.get(rasa.url, trust_env=False)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_only_loopback_is_listened_on(rasa: RasaProgram, actions: ActionsProgram) -> None:
    for port in (rasa.port, actions.port):
        assert _listens_on(port) == {"127.0.0.1"}


def test_nothing_is_looked_up(rasa: RasaProgram, sender: str) -> None:
    rasa.decisions("moi", sender)
    looked_up = set(rasa.lookups.read_text().split()) if rasa.lookups.exists() else set()
    assert looked_up <= {"127.0.0.1"}


def test_neither_program_dumps_its_core(rasa: RasaProgram, actions: ActionsProgram) -> None:
    for program in (rasa, actions):
        assert program.process is not None
        limits = Path(f"/proc/{program.process.pid}/limits").read_text()
        core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
        assert core.split()[4:6] == ["0", "0"]


def _listens_on(port: int) -> set[str]:
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            local, state = line.split()[1], line.split()[3]
            address, local_port = local.split(":")
            if state == "0A" and int(local_port, 16) == port:
                found.add(_address(address))
    return found


def _address(written: str) -> str:
    raw = bytes.fromhex(written)
    return socket.inet_ntoa(raw[::-1]) if len(raw) == 4 else "an IPv6 address"
