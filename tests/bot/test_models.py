"""The model that fits is loaded, else the newest; and a file that is no model is told in a sentence."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from rasa.core.agent import Agent

from bot.models import ModelUnusable, fitting, load_into, to_load
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(Settings.from_environment({}), models_dir=tmp_path)


def _model(path: Path, seconds: int) -> Path:
    path.write_bytes(b"")
    os.utime(path, (seconds, seconds))
    return path


def test_no_model_at_all(settings: Settings) -> None:
    with pytest.raises(ModelUnusable, match=r"There is no model in .*\. Train one: python -m bot train"):
        to_load(settings)


def test_the_one_that_fits_is_loaded_though_another_is_newer(settings: Settings, tmp_path: Path) -> None:
    fits = _model(fitting(settings), 1)
    _model(tmp_path / "newer.tar.gz", 2)
    assert to_load(settings) == fits


def test_else_the_newest(settings: Settings, tmp_path: Path) -> None:
    _model(tmp_path / "older.tar.gz", 1)
    newer = _model(tmp_path / "newer.tar.gz", 2)
    assert to_load(settings) == newer


def test_broken_content_takes_no_model_away(settings: Settings, tmp_path: Path) -> None:
    newest = _model(tmp_path / "newest.tar.gz", 1)
    assert to_load(replace(settings, content_dir=tmp_path / "nowhere")) == newest


@pytest.mark.parametrize("content", [b"", b"no archive at all"])
def test_a_file_that_is_no_model(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.tar.gz"
    path.write_bytes(content)
    with pytest.raises(ModelUnusable, match=r"cannot be loaded \(.*\)\. Make it anew: python -m bot train --force"):
        load_into(Agent(), path)


def test_a_model_that_ends_too_soon(tmp_path: Path, models_dir: Path) -> None:
    (whole,) = models_dir.iterdir()
    path = tmp_path / "model.tar.gz"
    path.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with pytest.raises(ModelUnusable):
        load_into(Agent(), path)
