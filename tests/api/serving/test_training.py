"""The model is trained when there is none that fits, and a failure says why."""

import stat
from pathlib import Path

import pytest

from api.serving.training import BotEnvironmentMissing, TrainingFailed, ensure_model

# Stands for the bot's Python: `-m bot fingerprint` prints a name, `-m bot train --out FOLDER` makes its file.
_PROGRAM = """#!/bin/sh
case "$3" in
fingerprint) echo abc123 ;;
train) echo trained >> "{log}"; {train} ;;
esac
"""


def _python(folder: Path, train: str) -> Path:
    program = folder / "python"
    program.write_text(_PROGRAM.format(log=folder / "log", train=train))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_it_trains_once(tmp_path: Path) -> None:
    python = _python(tmp_path, 'echo model > "$5/abc123.tar.gz"')
    for _ in range(2):
        assert ensure_model(python, tmp_path / "models") == tmp_path / "models" / "abc123.tar.gz"
    assert (tmp_path / "log").read_text().split() == ["trained"]


def test_a_failed_training_says_what_the_bot_said(tmp_path: Path) -> None:
    python = _python(tmp_path, "echo the content has no questions >&2; exit 1")
    with pytest.raises(TrainingFailed, match="the content has no questions"):
        ensure_model(python, tmp_path / "models")


def test_a_training_without_a_model_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(TrainingFailed, match=r"abc123\.tar\.gz"):
        ensure_model(_python(tmp_path, "true"), tmp_path / "models")


def test_a_missing_environment_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(BotEnvironmentMissing, match="make setup"):
        ensure_model(tmp_path / "nowhere" / "python", tmp_path)
    assert list(tmp_path.iterdir()) == []
