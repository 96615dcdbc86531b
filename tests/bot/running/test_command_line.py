"""`python -m bot` as the supervisor and the evaluation call it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.bot.asked import one_of
from tests.bot.programs import PROJECT, run_small_bot


def test_training_leaves_one_model_named_by_its_fingerprint(models_dir: Path) -> None:
    name = run_small_bot("fingerprint").stdout.strip()
    assert [path.name for path in models_dir.iterdir()] == [f"{name}.tar.gz"]


def test_a_model_that_fits_is_not_trained_again(models_dir: Path) -> None:
    done = run_small_bot("train", LYHTY_MODELS_DIR=str(models_dir))
    assert (done.returncode, done.stderr) == (0, "The dialogue model is up to date.\n")


def test_training_says_one_line(tmp_path: Path) -> None:
    done = run_small_bot("train", "--out", str(tmp_path))
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("Training the dialogue model … done in ")
    assert done.stderr.count("\n") == 1


def test_parsing_says_what_lines_mean(models_dir: Path) -> None:
    lines = [{"text": one_of("safety/threats"), "language": "fi"}, {"text": "zxzxzx", "language": "en"}]
    stdin = "\n".join(json.dumps(line) for line in lines)
    done = run_small_bot("parse", stdin=stdin, LYHTY_MODELS_DIR=str(models_dir))
    threats, nonsense = [json.loads(line) for line in done.stdout.splitlines()]
    assert threats["intent"] == "safety.threats"
    assert threats["ranking"][0] == ["safety.threats", 1.0]
    assert nonsense["intent"] == "out_of_scope"
    assert set(nonsense) == {"intent", "confidence", "ranking", "in_scope", "danger"}


def test_the_fingerprint_needs_neither_rasa_nor_patience() -> None:
    code = (
        "import sys; sys.argv = ['bot', 'fingerprint']\n"
        "from bot.__main__ import main\n"
        "main(['fingerprint'])\n"
        "assert not {'rasa', 'numpy', 'onnxruntime'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.strip()) == 16


def test_serving_without_valkey_is_refused_with_a_sentence(models_dir: Path) -> None:
    done = run_small_bot("serve", LYHTY_VALKEY_URL="", LYHTY_MODELS_DIR=str(models_dir))
    assert done.returncode == 1
    assert done.stderr.startswith("LYHTY_VALKEY_URL is not set. Set it to")


def test_serving_without_a_model_is_refused_with_a_sentence(tmp_path: Path) -> None:
    done = run_small_bot("serve", LYHTY_VALKEY_URL="unix:///nowhere", LYHTY_MODELS_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "Train one: python -m bot train" in done.stderr


def test_training_on_broken_content_tells_the_editor_what_to_do(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    broken = tmp_path / "content" / "fi" / "safety" / "threats.md"
    broken.write_text(broken.read_text().replace("sources:", "sauces:"))
    done = run_small_bot("train", LYHTY_CONTENT_DIR=str(tmp_path / "content"), LYHTY_MODELS_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "fi/safety/threats.md" in done.stderr


def test_broken_content_does_not_take_the_last_model_away(tmp_path: Path, models_dir: Path) -> None:
    (tmp_path / "content").mkdir()
    settings = {"LYHTY_CONTENT_DIR": str(tmp_path / "content"), "LYHTY_MODELS_DIR": str(models_dir)}
    done = run_small_bot("parse", stdin='{"text": "moi", "language": "fi"}', **settings)
    assert json.loads(done.stdout)["intent"] == "small_talk.greeting"
