"""A body is taken whole, within a size and a time, before anything behind sees it."""

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.security.body_limit import MAX_BYTES, BodyLimit
from api.security.errors import BodyTooLarge, BodyTooSlow


class Reader:
    """An application that reads what it is given."""

    def __init__(self) -> None:
        self.called = False
        self.body = b""
        self.after: Message = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.called = True
        self.body = (await receive())["body"]
        self.after = await receive()


def scope(**headers: str) -> Scope:
    return {
        "type": "http",
        "method": "POST",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }


def sending(*parts: bytes, pause: float = 0.0, end: bool = True) -> Receive:
    messages: list[Message] = [{"type": "http.request", "body": part, "more_body": True} for part in parts]
    if end:
        messages += [{"type": "http.request", "body": b"", "more_body": False}]
    messages += [{"type": "http.disconnect"}]

    async def receive() -> Message:
        await asyncio.sleep(pause)
        return messages.pop(0)

    return receive


async def send(message: Message) -> None:
    """Nothing is sent in these tests."""


async def test_a_body_in_parts_arrives_whole_and_the_disconnect_after_it() -> None:
    reader = Reader()
    await BodyLimit(reader)(scope(), sending(b"ab", b"cd"), send)
    assert reader.body == b"abcd"
    assert reader.after["type"] == "http.disconnect"


async def test_the_longest_message_of_four_byte_letters_passes_as_a_form() -> None:
    from urllib.parse import urlencode

    body = urlencode({"token": "A" * 43, "id": "0" * 36, "text": "😀" * 2000}).encode()
    reader = Reader()
    await BodyLimit(reader)(scope(content_length=str(len(body))), sending(body), send)
    assert reader.body == body


async def test_exactly_the_limit_passes_and_one_more_does_not() -> None:
    reader = Reader()
    await BodyLimit(reader, max_bytes=4)(scope(), sending(b"abcd"), send)
    assert reader.body == b"abcd"
    with pytest.raises(BodyTooLarge):
        await BodyLimit(reader, max_bytes=4)(scope(), sending(b"abc", b"de"), send)


@pytest.mark.parametrize("declared", [str(MAX_BYTES + 1), "9" * 40, "-1", "x", "1e3"])
async def test_a_declared_size_is_refused_before_anything_is_read(declared: str) -> None:
    reader = Reader()
    with pytest.raises(BodyTooLarge):
        await BodyLimit(reader)(scope(content_length=declared), sending(), send)
    assert not reader.called


async def test_a_false_small_declaration_does_not_help() -> None:
    with pytest.raises(BodyTooLarge):
        await BodyLimit(Reader())(scope(content_length="1"), sending(*[b"x" * 4096] * 9), send)


async def test_an_endless_body_is_cut_off() -> None:
    async def endless() -> Message:
        return {"type": "http.request", "body": b"x" * 1000, "more_body": True}

    with pytest.raises(BodyTooLarge):
        await BodyLimit(Reader())(scope(), endless, send)


async def test_a_body_that_drips_is_cut_off_in_time() -> None:
    with pytest.raises(BodyTooSlow):
        await BodyLimit(Reader(), seconds=0.2)(scope(), sending(*[b"x"] * 100, pause=0.05), send)


async def test_who_hangs_up_in_the_middle_is_not_answered() -> None:
    reader = Reader()
    await BodyLimit(reader)(scope(), sending(b"half", end=False), send)
    assert not reader.called


async def test_what_is_no_request_passes_through() -> None:
    reader = Reader()

    async def receive() -> Message:
        return {"type": "lifespan.startup", "body": b"untouched"}

    await BodyLimit(reader, max_bytes=1)({"type": "lifespan"}, receive, send)
    assert reader.body == b"untouched"
