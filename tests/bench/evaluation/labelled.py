"""Labelled lines and a small program that understands them, for tests of what is measured with them."""

import json
import sys
from pathlib import Path

from bench.evaluation.rows import Asked
from bench.evaluation.way import UNSURE, Program, Understood
from content.intents import intent_of, is_topic, topic_of

# The whole contract of `python -m bot parse`, with a memory in place of a model: it knows what it was told, and says
# "out of scope" to everything else.
_KNOWS = """
import json, sys
known = json.loads(sys.argv[1])
for line in sys.stdin:
    intent, *others = known.get(json.loads(line)["text"], ["out_of_scope"])
    ranking = [[name, 0.5] for name in [intent, *others]]
    print(json.dumps({"intent": intent, "confidence": 0.5, "ranking": ranking, "in_scope": 0.5}))
"""
# The same, but it gives every message back in place of an intent.
ECHOES = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"intent": line, "confidence": 1.0, "ranking": [], "in_scope": 1.0}))
"""

# And one that senses danger where it was told that there is some.
_SENSES = """
import json, sys
kinds = json.loads(sys.argv[1])
for line in sys.stdin:
    print(json.dumps({"danger": kinds.get(json.loads(line)["text"])}))
"""


def program(code: str, *arguments: str) -> Program:
    return Program([sys.executable, "-c", code, *arguments])


def program_that_knows(known: dict[str, list[str]]) -> Program:
    """Understands these texts: to each, the intent and the others of its ranking."""
    return program(_KNOWS, json.dumps(known))


def program_that_senses(kinds: dict[str, str]) -> Program:
    """Senses danger of these kinds in these texts, and none in others."""
    return program(_SENSES, json.dumps(kinds))


def write(path: Path, *rows: object) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def asked(*topics: str, text: str = "how is this", language: str = "fi", register: str | None = None) -> Asked:
    return Asked.model_validate({"text": text, "lang": language, "topics": topics, "register": register})


def understood(
    intent: str,
    *topics: str,
    suggested: tuple[str, ...] = (),
    language: str = "fi",
    first: str | None = None,
    confidence: float = 0.0,
) -> Understood:
    """What was understood, and the topics that would have been right.

    The first thought is the intent, or what is suggested first where the intent is `unsure`.
    """
    thoughts = [*([intent] if intent != UNSURE else []), *map(intent_of, suggested)]
    first = first or next(iter(thoughts), None)
    ranked = [first, *thoughts] if first else thoughts
    best = next((topic_of(name) for name in ranked if is_topic(name)), None)
    return Understood(asked(*topics, language=language), intent, suggested, best, confidence, first)
