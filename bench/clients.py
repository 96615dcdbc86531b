"""Visitors made by a program, who ask over HTTP and note how long each answer took."""

import asyncio
import time
import uuid
from collections.abc import Sequence
from itertools import cycle, islice
from types import TracebackType
from typing import Self

import httpx


class UnexpectedAnswer(RuntimeError):
    """A message got something else than an answer, so its time would mean nothing."""


class Client:
    """One visitor with one conversation.

    Args:
        address: of the visitor's application, e.g. "http://127.0.0.1:8000".
        language: code of the language asked in.
    """

    def __init__(self, address: str, language: str = "fi") -> None:
        self._http = httpx.AsyncClient(base_url=address, timeout=30)
        self._language = language

    async def __aenter__(self) -> Self:
        answer = await self._http.post("/api/conversations", json={"language": self._language})
        self._http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.delete("/api/conversation")
        await self._http.aclose()

    async def asks(self, text: str) -> float:
        """Ask, and give the seconds until the whole answer was there.

        Raises:
            UnexpectedAnswer: there was an error, or the dialogue model did not take part.
        """
        body = {"text": text, "language": self._language, "id": str(uuid.uuid4())}
        started = time.perf_counter()
        answer = await self._http.post("/api/messages", json=body)
        taken = time.perf_counter() - started
        if answer.status_code != 200 or any(reply["kind"] == "notice" for reply in answer.json()["replies"]):
            raise UnexpectedAnswer(f"status {answer.status_code}")
        return taken


async def ask_one_after_another(address: str, questions: Sequence[str], turns: int) -> list[float]:
    """Ask all questions, a new conversation after each so many turns; gives seconds per message."""
    times: list[float] = []
    for first in range(0, len(questions), turns):
        async with Client(address) as client:
            times.extend([await client.asks(question) for question in questions[first : first + turns]])
    return times


async def ask_all_at_once(
    address: str, questions: Sequence[str], clients: int, seconds: float
) -> tuple[list[float], float]:
    """Let several visitors ask without a pause; gives seconds per message, and how long it all took."""
    started = time.perf_counter()
    order = [list(islice(cycle(questions), number * 13, number * 13 + len(questions))) for number in range(clients)]
    results = await asyncio.gather(*(_ask_until(address, each, started + seconds) for each in order))
    return [taken for times in results for taken in times], time.perf_counter() - started


async def _ask_until(address: str, questions: Sequence[str], end: float) -> list[float]:
    times: list[float] = []
    endless = cycle(questions)
    while time.perf_counter() < end:
        async with Client(address) as client:
            for question in islice(endless, 10):
                times.append(await client.asks(question))
                if time.perf_counter() >= end:
                    break
    return times
