"""A training that fails says where to read why, and leaves nothing half made."""

from pathlib import Path

import pytest

from bot import training
from bot.models import TrainingFailed
from bot.training import train


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(training, "LOG", tmp_path / "run" / "training.log")
    return tmp_path / "run" / "training.log"


def test_a_failure_is_told_and_its_cause_is_in_the_log(
    tmp_path: Path, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config.yml"
    config.write_text((training.BOT / "config.yml").read_text().replace("RulePolicy", "NoSuchPolicy"))
    with pytest.raises(TrainingFailed, match=rf"The training failed \(\w+\)\. Read why in {log}"):
        train(tmp_path / "models" / "model.tar.gz", config)
    assert "NoSuchPolicy" in log.read_text()
    assert list((tmp_path / "models").iterdir()) == []
    printed = capfd.readouterr()
    assert (printed.out, printed.err.strip()) == ("", "Training the dialogue model … failed.")


def test_what_was_there_stays_when_a_training_fails(tmp_path: Path) -> None:
    target = tmp_path / "model.tar.gz"
    target.write_bytes(b"the last good one")
    config = tmp_path / "config.yml"
    config.write_text("recipe: none.v1\nassistant_id: lyhty\n")
    with pytest.raises(TrainingFailed):
        train(target, config)
    assert target.read_bytes() == b"the last good one"
