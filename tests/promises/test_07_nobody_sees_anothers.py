"""P1, P2: 200 conversations, and nobody reads, writes or deletes another's: "wrong" and "not there" look alike."""

import base64
import secrets
import statistics
import time
import uuid

import httpx
import pytest

from bench.running import RunningLyhty
from tests.promises.places import planted_word
from tests.promises.visitor import Visitor

COUNT = 200


@pytest.fixture(scope="module")
def visitors(lyhty: RunningLyhty) -> list[Visitor]:
    return [Visitor(lyhty.visitor).begins() for _ in range(COUNT)]


def _changed(token: str) -> str:
    """The same token with one bit turned."""
    raw = bytearray(base64.urlsafe_b64decode(token + "="))
    raw[secrets.randbelow(len(raw))] ^= 1 << secrets.randbelow(8)
    return base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("=")


def _guesses(visitors: list[Visitor], number: int) -> list[str]:
    token, other = visitors[number].token, visitors[(number + 1) % COUNT].token
    return [_changed(token), token[:-4] + other[-4:], other[:20] + token[20:], token[:22], token + token]


def test_all_tokens_differ_and_none_holds_a_part_of_another(visitors: list[Visitor]) -> None:
    starts = {visitor.token[:12] for visitor in visitors}
    assert len(starts) == COUNT


def test_no_guess_made_of_others_tokens_opens_anything(lyhty: RunningLyhty, visitors: list[Visitor]) -> None:
    with httpx.Client(base_url=lyhty.visitor, timeout=30) as client:
        for number in range(COUNT):
            for guess in _guesses(visitors, number):
                headers = {"Authorization": f"Bearer {guess}"}
                assert client.get("/api/conversation", headers=headers).status_code in {401, 422}
    assert all(visitor.reads().status_code == 200 for visitor in visitors[::20])


def test_each_sees_only_its_own_words(visitors: list[Visitor]) -> None:
    words = {number: planted_word() for number in range(0, COUNT, 10)}
    for number, word in words.items():
        visitors[number].asks(f"pomo ei maksa ja sanoo vaan {word}")
    for number, word in words.items():
        seen = visitors[number].reads().text
        assert word in seen
        assert not any(other in seen for owner, other in words.items() if owner != number)


def test_writing_and_deleting_with_a_strange_token_changes_nothing(
    lyhty: RunningLyhty, visitors: list[Visitor]
) -> None:
    before = visitors[0].reads().json()["turns"]
    strange = {"Authorization": f"Bearer {_changed(visitors[0].token)}"}
    body = {"text": "hei", "language": "fi", "id": str(uuid.uuid4())}
    with httpx.Client(base_url=lyhty.visitor, timeout=30) as client:
        assert client.post("/api/messages", json=body, headers=strange).status_code == 401
        client.delete("/api/conversation", headers=strange)
    assert visitors[0].reads().json()["turns"] == before


def test_a_wrong_token_and_one_that_never_was_look_alike(lyhty: RunningLyhty, visitors: list[Visitor]) -> None:
    """Same status and size, and no difference in time that could be told (medians within 5 ms)."""
    with httpx.Client(base_url=lyhty.visitor, timeout=30) as client:
        looks = [
            (_look(client, _changed(visitors[number].token)), _look(client, secrets.token_urlsafe(32)))
            for number in range(100)
        ]
    wrong, absent = [first for first, _ in looks], [second for _, second in looks]
    assert {(status, size) for status, size, _ in wrong} == {(status, size) for status, size, _ in absent}
    difference = statistics.median(t for _, _, t in wrong) - statistics.median(t for _, _, t in absent)
    assert abs(difference) < 0.005


def _look(client: httpx.Client, token: str) -> tuple[int, int, float]:
    started = time.perf_counter()
    answer = client.get("/api/conversation", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code, len(answer.content), time.perf_counter() - started
