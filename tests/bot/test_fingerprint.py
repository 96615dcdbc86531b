"""The fingerprint changes with all that a model depends on, and with nothing else."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot import fingerprint as module
from bot.fingerprint import fingerprint
from bot.settings import Settings
from tests.bot.programs import PROJECT

TOPIC = "fi/safety/threats.md"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    return replace(Settings.from_environment({}), content_dir=tmp_path / "content")


@pytest.fixture
def bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bot's own files."""
    shutil.copytree(PROJECT / "bot", tmp_path / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "BOT", tmp_path / "bot")
    return tmp_path / "bot"


def test_the_same_gives_the_same(settings: Settings) -> None:
    assert fingerprint(settings) == fingerprint(settings)
    assert len(fingerprint(settings)) == 16


def test_a_new_way_of_asking_changes_it(settings: Settings) -> None:
    _changes(
        settings, lambda: _edit(settings, "questions:\n", 'questions:\n  - "joku tuntematon uhkailee mua jatkuvasti"\n')
    )


def test_a_new_word_in_the_answer_does_not(settings: Settings) -> None:
    path = settings.content_dir / TOPIC
    before = fingerprint(settings)
    path.write_text(path.read_text() + "\nTämä lause on uusi.\n")
    assert fingerprint(settings) == before


@pytest.mark.parametrize(
    "name", ["config.yml", "domain.yml", "rules/human.yml", "nlu/fi/commands.yml", "importer.py", "encoder/words.py"]
)
def test_the_bots_own_files_change_it(settings: Settings, bot: Path, name: str) -> None:
    _changes(settings, lambda: (bot / name).write_text((bot / name).read_text() + "\n# new\n"))


def test_a_new_file_of_lines_changes_it(settings: Settings, bot: Path) -> None:
    _changes(settings, lambda: (bot / "nlu" / "fi" / "new.yml").write_text('version: "3.1"\nnlu: []\n'))


@pytest.mark.parametrize("name", ["channel.py", "server.py", "stores/turns.py"])
def test_what_only_runs_does_not(settings: Settings, bot: Path, name: str) -> None:
    before = fingerprint(settings)
    (bot / name).write_text("# new\n")
    assert fingerprint(settings) == before


def test_another_encoder_changes_it(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "e5.onnx").write_bytes(b"weights")
    _changes(settings, lambda: monkeypatch.setenv("LYHTY_ENCODER_PATH", str(tmp_path / "e5.onnx")))


def _changes(settings: Settings, change: Callable[[], object]) -> None:
    before = fingerprint(settings)
    change()
    assert fingerprint(settings) != before


def _edit(settings: Settings, old: str, new: str) -> None:
    path = settings.content_dir / TOPIC
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
