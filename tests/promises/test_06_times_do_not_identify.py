"""P1: the store holds no time but when something expires, so what is left fits no moment when somebody was seen."""

import json
import re
import time

from bench.running import RunningLyhty
from tests.promises.places import values_of
from tests.promises.visitor import Visitor

QUARTER = 15 * 60


def _times_in(value: bytes, around: float) -> set[float]:
    """Numbers in a value that could be a time near now, in seconds, milliseconds or microseconds since 1970."""
    found = {float(number) for number in re.findall(rb"\d{10,16}(?:\.\d+)?", value)}
    seconds = {number / scale for number in found for scale in (1, 1e3, 1e6)}
    return {moment for moment in seconds if abs(moment - around) < 3 * 24 * 3600}


def test_only_expiry_and_coarse_times_are_stored(lyhty: RunningLyhty) -> None:
    client = lyhty.valkey()
    before = set(client.scan_iter("lyhty:*"))
    visitor = Visitor(lyhty.visitor).begins()
    for text in ("moi", "pomo vei mun passin", "mitä harkinta-aika on"):
        visitor.asks(text)
    now = time.time()
    new = set(client.scan_iter("lyhty:*")) - before
    assert new, "the conversation left nothing to look at"
    fine = {
        (key, moment)
        for key in new
        for value in values_of(client, key)
        for moment in _times_in(value, now)
        if moment % QUARTER > 1 and not _is_expiry(moment, now)
    }
    assert not fine
    assert all(client.ttl(key) > 0 for key in new)


def _is_expiry(moment: float, now: float) -> bool:
    """A time to come, at least as far away as the shortest life of anything stored for a visitor."""
    return moment > now + 60


def test_replies_carry_no_times(lyhty: RunningLyhty) -> None:
    visitor = Visitor(lyhty.visitor).begins()
    answer = json.dumps(visitor.asks("pomo vei mun passin")) + visitor.reads().text
    assert not _times_in(answer.encode(), time.time())
