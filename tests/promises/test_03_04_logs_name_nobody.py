"""P1, P2: whatever is asked and whatever breaks, no log line holds an address, a device, a word or a token (3).

And every line is of a kind that docs/log-inventory.md lists (4).
"""

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from api.settings import Settings
from api.visitor.app import create_app
from bench.running import ROOT, RunningLyhty, run_lyhty
from tests.api.visitor.test_every_route import routes_of
from tests.promises.places import found_in, planted_word
from tests.promises.visitor import Visitor

ADDRESS = "203.0.113.77"
DEVICE = "PlantedDevice-7c1d"
STATUSES_SEEN: set[int] = set()


@pytest.fixture(scope="module")
def loud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningLyhty]:
    """A Lyhty of its own at DEBUG, with limits on, so that refusals are met too."""
    settings = {"LYHTY_LOG_LEVEL": "debug", "LYHTY_TRUSTED_PROXY": "127.0.0.1"}
    with run_lyhty(tmp_path_factory.mktemp("loud"), settings) as running:
        yield running


@pytest.fixture(scope="module")
def word() -> str:
    return planted_word()


def _routes() -> set[tuple[str, str]]:
    app = create_app(Settings(valkey_url="unix:///nowhere.sock"))
    found = set(routes_of(app.routes))
    assert len(found) > 10, "the application's list of routes was not found"
    return found | {("GET", "/no/such/page"), ("PUT", "/api/messages"), ("POST", "/xx/")}


def _headers(visitor: Visitor, word: str) -> dict[str, str]:
    return {
        "X-Forwarded-For": ADDRESS,
        "Forwarded": f"for={ADDRESS}",
        "User-Agent": DEVICE,
        "Referer": f"http://example.org/{word}",
        "Cookie": f"a={word}",
        **visitor.authorization,
    }


def _call_every_route(lyhty: RunningLyhty, word: str) -> None:
    visitor = Visitor(lyhty.visitor)
    visitor.token = "A" * 43
    try:
        visitor.begins()
    except AssertionError:
        visitor.token = "A" * 43
    json_body = {"text": f"pomo vei passin {word}", "language": "fi", "id": str(uuid.uuid4())}
    form = {"token": visitor.token, "id": str(uuid.uuid4()), "text": f"hän lyö minua nyt {word}"}
    with httpx.Client(base_url=lyhty.visitor, timeout=30, headers=_headers(visitor, word)) as client:
        for method, path in sorted(_routes()):
            query = {"q": word}
            for arguments in ({"json": json_body}, {"data": form}, {"content": b"\xff{" + word.encode()}):
                same_site = {"Sec-Fetch-Site": "same-origin"} if "data" in arguments else {}
                answer = client.request(method, path, params=query, headers=same_site, **arguments)
                STATUSES_SEEN.add(answer.status_code)


def _assert_names_nobody(lyhty: RunningLyhty, word: str) -> None:
    log = lyhty.output.read_bytes()
    assert found_in(log, word) == set()
    for other in (ADDRESS, DEVICE, "A" * 43):
        assert other.encode() not in log


def test_in_success_and_refusal(loud: RunningLyhty, word: str) -> None:
    _call_every_route(loud, word)
    _assert_names_nobody(loud, word)


@pytest.mark.parametrize("part", ["actions", "rasa", "valkey"])
def test_while_a_part_is_dead(loud: RunningLyhty, word: str, part: str) -> None:
    pid = loud.kill(part)
    _call_every_route(loud, word)
    loud.wait_until_back(part, pid)
    loud.wait_until_ready()
    _call_every_route(loud, word)
    _assert_names_nobody(loud, word)


def test_when_the_caller_hangs_up(loud: RunningLyhty, word: str) -> None:
    visitor = Visitor(loud.visitor).begins()
    visitor.http.timeout = httpx.Timeout(30, read=0.002)
    for _ in range(20):
        try:
            visitor.posts(f"mitä harkinta-aika on {word}")
        except httpx.TimeoutException:
            continue
    _assert_names_nobody(loud, word)


def test_successes_refusals_and_failures_were_all_met() -> None:
    assert {200, 404, 405, 422, 503} <= STATUSES_SEEN


def test_a_visit_leaves_no_line_at_all(lyhty: RunningLyhty) -> None:
    """Without debugging: not even that somebody was there, and in which minute."""
    visitor = Visitor(lyhty.visitor).begins()
    visitor.asks("moi")  # the first visit may wake a connection
    before = lyhty.log()
    visitor.asks("pomo vei mun passin")
    visitor.reads()
    visitor.deletes()
    assert lyhty.log() == before


def test_every_line_is_of_a_listed_kind(loud: RunningLyhty) -> None:
    patterns = _inventory(ROOT / "docs" / "log-inventory.md")
    unknown = {line for line in loud.log().splitlines() if line and not any(p.fullmatch(line) for p in patterns)}
    assert not unknown


def _inventory(document: Path) -> list[re.Pattern[str]]:
    """The patterns of the document: each line of its code blocks that are marked `regex`."""
    blocks = re.findall(r"```regex\n(.*?)```", document.read_text(), flags=re.DOTALL)
    return [re.compile(line) for block in blocks for line in block.splitlines() if line]
