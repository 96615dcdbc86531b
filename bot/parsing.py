"""Understands lines from standard input through the trained model, just as the running bot does, for `lyhty eval`."""

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from rasa.core.agent import Agent

from bot.danger_lines import DANGER
from bot.models import load_into
from bot.turn import understand


def parse(lines: Iterable[str], answers: TextIO, model: Path) -> None:
    """Write what each line means.

    Args:
        lines: JSON objects `{"text", "language"}`, one a line.
        answers: takes `{"intent", "confidence", "ranking", "in_scope", "danger"}` for each, in their order.
        model: the trained model's archive.
    """
    agent = Agent()
    load_into(agent, model)
    asyncio.run(_parse_all(agent, lines, answers))


async def _parse_all(agent: Agent, lines: Iterable[str], answers: TextIO) -> None:
    for line in filter(str.strip, lines):
        asked = json.loads(line)
        meaning = await understand(agent, asked["text"], asked["language"])
        answers.write(json.dumps(_answer(meaning)) + "\n")
        answers.flush()


def _answer(meaning: dict[str, Any]) -> dict[str, Any]:
    return {
        "intent": meaning["intent"]["name"],
        "confidence": meaning["intent"]["confidence"],
        "ranking": [[entry["name"], entry["confidence"]] for entry in meaning["intent_ranking"]],
        "in_scope": meaning["in_scope"],
        DANGER: meaning[DANGER],
    }
