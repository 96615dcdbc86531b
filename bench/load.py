"""`make bench`: speed and memory of the running whole, measured over HTTP as visitors reach it.

One run starts Lyhty, asks it the library's own questions (sequentially, at turn 60 of a conversation, by eight clients
at once), and prints a table beside the marks that the project aims at. It judges nothing: machines differ.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from bench.clients import Client, ask_all_at_once, ask_one_after_another
from bench.figures import Figure, percentile, table
from bench.running import ROOT, RunningLyhty, run_lyhty
from bench.sizes import first_view_bytes, folder_megabytes, resident_megabytes
from content.library import Library

_SEQUENTIAL = 300
_CLIENTS = 8
_SECONDS_AT_ONCE = 20.0


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; `--json FILE` writes the figures too. Gives 0."""
    parser = argparse.ArgumentParser(prog="bench.load", description="Measure speed and memory of the running whole.")
    parser.add_argument("--json", type=Path, help="write the figures here as JSON")
    given = parser.parse_args(arguments)
    started = time.perf_counter()
    with (
        tempfile.TemporaryDirectory() as folder,
        run_lyhty(Path(folder), {"LYHTY_LIMITS": "off"}) as lyhty,
    ):
        figures = asyncio.run(_measure(lyhty, started))
    sys.stdout.write(table(figures))
    if given.json:
        given.json.write_text(json.dumps([figure.as_json() for figure in figures], indent=1))
    return 0


async def _measure(lyhty: RunningLyhty, started: float) -> list[Figure]:
    questions = [question.text for question in Library.load(ROOT / "content").questions()]
    async with Client(lyhty.visitor) as client:
        await client.asks(questions[0])
        start = time.perf_counter() - started
    return [
        Figure("warm start to first answer", start, "s", 30),
        *await _latency(lyhty.visitor, questions),
        *await _long_conversation(lyhty.visitor, questions),
        *await _throughput(lyhty.visitor, questions),
        *_sizes(lyhty),
    ]


async def _latency(address: str, questions: list[str]) -> list[Figure]:
    spread = [questions[number * 7 % len(questions)] for number in range(_SEQUENTIAL)]
    await ask_one_after_another(address, spread[:20], turns=5)
    times = await ask_one_after_another(address, spread, turns=5)
    return [
        Figure("one message, median", percentile(times, 50) * 1000, "ms", 70),
        Figure("one message, 95 of 100", percentile(times, 95) * 1000, "ms", 150),
    ]


async def _long_conversation(address: str, questions: list[str]) -> list[Figure]:
    """The same ten questions at turns 1–10 and 51–60, so that only the length of the conversation differs."""
    same = questions[:10]
    order = same + questions[10:50] + same
    async with Client(address) as client:
        times = [await client.asks(question) for question in order]
    early, late = percentile(times[:10], 50), percentile(times[-10:], 50)
    return [
        Figure("turns 1–10 of a conversation, median", early * 1000, "ms", None),
        Figure("turns 51–60 of it, same questions, median", late * 1000, "ms", None),
        Figure("turns 51–60 : turns 1–10", late / early, "×", 1.15),
    ]


async def _throughput(address: str, questions: list[str]) -> list[Figure]:
    times, seconds = await ask_all_at_once(address, questions, _CLIENTS, _SECONDS_AT_ONCE)
    return [
        Figure(f"messages a second, {_CLIENTS} clients", len(times) / seconds, "/s", 20, more_is_better=True),
        Figure(f"one message, {_CLIENTS} clients, median", percentile(times, 50) * 1000, "ms", None),
        Figure(f"one message, {_CLIENTS} clients, 95 of 100", percentile(times, 95) * 1000, "ms", None),
    ]


def _sizes(lyhty: RunningLyhty) -> list[Figure]:
    memory = {part: resident_megabytes(pid) for part, pid in lyhty.pids().items()}
    memory["supervisor"] = resident_megabytes(lyhty.process.pid)
    return [
        Figure("first view, compressed", first_view_bytes(lyhty.visitor), "bytes", 14_000),
        *(Figure(f"memory of {part}", megabytes, "MB", _memory_mark(part)) for part, megabytes in memory.items()),
        Figure("memory of all processes", sum(memory.values()), "MB", 900),
        Figure("bot environment on disk", folder_megabytes(ROOT / ".venvs" / "bot"), "MB", 1000),
        Figure("gateway environment on disk", folder_megabytes(ROOT / ".venvs" / "gateway"), "MB", None),
    ]


def _memory_mark(part: str) -> float | None:
    return 150 if part in {"visitor", "staff"} else None


if __name__ == "__main__":
    sys.exit(main())
