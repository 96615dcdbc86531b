"""Thousands of hostile messages: no failure of ours, no forged log line, no chosen intent, no growing memory."""

import json
import os
import random
import socket
import uuid
from collections.abc import Iterator
from itertools import islice

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.running import ROOT, RunningLyhty
from bench.sizes import resident_megabytes
from content.intents import intent_of
from content.library import Library
from tests.promises.visitor import Visitor

# The promise speaks of 10,000: set this variable for them. They take minutes, since each is really understood.
GENERATED = int(os.environ.get("LYHTY_TEST_HOSTILE_MESSAGES", "1000"))
FORGED = "2026-01-01 00:00Z gateway error serving forged_line"
TRICKS = [
    "\0", "\u202e\u2066abc\u2069", "😀" * 500, "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "%s%n%x",
    "a\r\n" + FORGED, "\n" + FORGED + "\n", "'; DROP TABLE x; --", "/intent{}", "\ud800", "\ufeff", "\x1b[31m",
    "\u0301" * 300, "{phone:emergency}", "[x](javascript:alert(1))", "﷽" * 100, "A" * 1999, "ä" * 1999, "-" * 1500,
    "1" * 1500, "@" * 1500,
]  # fmt: skip


def _texts(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    while True:
        parts = chance.choices(TRICKS, k=chance.randint(1, 3))
        parts += ["".join(chr(chance.randrange(1, 0x2FFF)) for _ in range(chance.randint(0, 40)))]
        chance.shuffle(parts)
        yield "".join(parts)[: chance.choice([20, 200, 2_500])]


def _post_raw(visitor: Visitor, text: str) -> httpx.Response:
    """Half a surrogate pair can be written in JSON, but not by a client that encodes it itself."""
    raw = json.dumps({"text": text, "language": "fi", "id": str(uuid.uuid4())}).encode()
    headers = {**visitor.authorization, "Content-Type": "application/json"}
    return visitor.http.post("/api/messages", content=raw, headers=headers)


def _is_handled(answer: httpx.Response) -> bool:
    return answer.status_code in {200, 400, 413, 422, 429}


def test_generated_hostile_messages(lyhty: RunningLyhty) -> None:
    visitor = Visitor(lyhty.visitor).begins()
    for text in islice(_texts(1), 60):
        _post_raw(visitor, text)
    before = resident_megabytes(lyhty.pids()["visitor"])
    for number, text in enumerate(islice(_texts(2), GENERATED)):
        if number % 50 == 0:
            visitor.deletes()
            visitor = Visitor(lyhty.visitor).begins()
        answer = _post_raw(visitor, text)
        assert _is_handled(answer), (answer.status_code, text)
    assert "forged_line" not in lyhty.log()
    assert resident_megabytes(lyhty.pids()["visitor"]) - before < 50


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=30),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["text", "language", "id", "x"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_bodies_of_any_form(lyhty: RunningLyhty, body: object) -> None:
    with httpx.Client(base_url=lyhty.visitor, timeout=30) as client:
        raw = json.dumps(body).encode()
        for path in ("/api/messages", "/api/conversations"):
            answer = client.post(path, content=raw, headers={"Content-Type": "application/json"})
            assert answer.status_code < 500


@pytest.mark.parametrize("depth", [1_000, 7_000])
def test_deep_json(lyhty: RunningLyhty, depth: int) -> None:
    visitor = Visitor(lyhty.visitor).begins()
    raw = b"[" * depth + b"]" * depth
    headers = {**visitor.authorization, "Content-Type": "application/json"}
    assert _is_handled(visitor.http.post("/api/messages", content=raw, headers=headers))


def test_a_body_that_is_too_large_is_refused(lyhty: RunningLyhty) -> None:
    visitor = Visitor(lyhty.visitor).begins()
    headers = {**visitor.authorization, "Content-Type": "application/json"}
    big = json.dumps({"text": "a" * 200_000}).encode()
    assert visitor.http.post("/api/messages", content=big, headers=headers).status_code == 413
    chunked = visitor.http.post("/api/messages", content=iter([big[:9000]] * 30), headers=headers)
    assert chunked.status_code == 413


def test_a_body_that_never_comes_does_not_keep_a_place(lyhty: RunningLyhty) -> None:
    port = lyhty.ports["visitor"]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as slow:
        slow.sendall(
            b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"
        )
        assert Visitor(lyhty.visitor).begins().reads().status_code == 200
        answer = slow.recv(4096)
    assert answer == b"" or b" 408 " in answer.split(b"\r\n")[0] or b" 400 " in answer.split(b"\r\n")[0]


def _commands() -> list[str]:
    intents = [intent_of(topic) for topic in Library.load(ROOT / "content").topic_ids]
    names = [
        *intents,
        "unsure",
        "out_of_scope",
        "command.delete",
        "small_talk.greeting",
        "restart",
        "session_start",
        "back",
    ]
    forms = ["/{}", " /{}", "／{}", "/ {}", '/{}{{"topic": "x"}}', "//{}", "\u200b/{}", "⁄{}", "/{}@0.99"]
    return [form.format(name) for name in names for form in forms]


def test_typed_intents_are_only_text(lyhty: RunningLyhty) -> None:
    """A typed `/name` is worth no more than the same words without a slash: the intent is never taken at its word."""
    visitor = Visitor(lyhty.visitor).begins()
    for number, text in enumerate(_commands()):
        if number % 40 == 0:
            visitor = Visitor(lyhty.visitor).begins()
        bare = text.replace("/", " ").replace("／", " ").replace("⁄", " ").strip()
        typed, plain = visitor.asks(text)["replies"], visitor.asks(bare)["replies"]
        assert [_meaning(reply) for reply in typed] == [_meaning(reply) for reply in plain], text


def _meaning(reply: dict[str, object]) -> tuple[object, object]:
    kind = reply["kind"]
    return ("unknown" if kind in {"unsure", "out_of_scope"} else kind), reply.get("topic")
