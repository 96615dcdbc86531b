"""Trains and asks a Rasa pipeline; runs in an environment with Rasa, and needs nothing else of Lyhty.

It speaks the same lines as `python -m bot parse`, so that the evaluation asks both alike.
"""

import asyncio
import contextlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.model_training import train_nlu

UNSURE = "unsure"
_FALLBACK = "nlu_fallback"  # what Rasa's FallbackClassifier says when it is not sure


def train(config: Path, data: Path, model: Path) -> None:
    """Train a model, and put it at its place whole or not at all.

    Args:
        config: Rasa's configuration.
        data: folder of training data.
        model: the archive to write.
    """
    with TemporaryDirectory(dir=model.parent) as folder:
        made = train_nlu(str(config), str(data), folder, fixed_model_name=model.name)
        if made is None:
            sys.exit("Rasa made no model.")
        Path(made).replace(model)


def parse(model: Path, lines: Iterable[str], answers: TextIO) -> None:
    """Write what each line means.

    Args:
        model: the trained archive.
        lines: JSON objects `{"text", "language"}`, one a line.
        answers: takes `{"intent", "confidence", "ranking", "in_scope"}` for each.
    """
    with contextlib.redirect_stdout(sys.stderr):  # answers alone go to standard output
        asyncio.run(_parse_all(Agent.load(model), lines, answers))


async def _parse_all(agent: Agent, lines: Iterable[str], answers: TextIO) -> None:
    for line in filter(str.strip, lines):
        parsed = await agent.processor.parse_message(UserMessage(json.loads(line)["text"]))
        answers.write(json.dumps(_answer(parsed)) + "\n")
    answers.flush()


def _answer(parsed: dict[str, Any]) -> dict[str, Any]:
    intent = parsed["intent"]
    ranking = [entry for entry in parsed.get("intent_ranking", []) if entry["name"] != _FALLBACK]
    return {
        "intent": UNSURE if intent["name"] in {_FALLBACK, None} else intent["name"],
        # Of the fallback Rasa says a figure of its own; asked for is how sure the first thought is.
        "confidence": ranking[0]["confidence"] if ranking else intent["confidence"],
        "ranking": [[entry["name"], entry["confidence"]] for entry in ranking],
        "in_scope": 0.0,  # Rasa's pipelines have no such figure
    }
