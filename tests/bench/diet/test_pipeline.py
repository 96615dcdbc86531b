"""A pipeline is trained once for each state of the training data, and speaks as the product's bot does."""

import os
from pathlib import Path

import pytest

from bench.diet.pipeline import VARIABLES, train_once
from bench.evaluation.way import Program, Understood
from bench.left_out import ComparisonUnavailable
from tests.bench.diet.rasa import FILES, PROGRAM, small_pipeline
from tests.bench.evaluation.labelled import asked


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def model(cache: Path) -> Path:
    return train_once(PROGRAM, FILES, cache, small_pipeline(cache))


def understand(model: Path, *texts: str) -> list[Understood]:
    program = Program([*PROGRAM, "parse", str(model)], {**os.environ, **VARIABLES})
    return program.understand([asked("tools/saw", text=text) for text in texts])


def test_a_model_is_left_with_its_data_and_output(model: Path, cache: Path) -> None:
    assert model.parent.parent == cache / "diet"
    assert sorted(path.name for path in model.parent.iterdir()) == ["data", "model.tar.gz", "training.log"]
    assert (model.parent / "data" / "tools.yml").read_text(encoding="utf-8") == FILES["tools.yml"]


def test_a_model_that_is_there_is_not_trained_again(model: Path, cache: Path) -> None:
    assert train_once(["/nowhere/python"], FILES, cache) == model


def test_it_answers_or_admits_not_to_be_sure(model: Path) -> None:
    saw, mallet, neither = understand(model, "where is the saw", "a mallet\nplease", "where is the spoon")
    assert saw.topic == "tools/saw"
    assert mallet.topic == "tools/hammer"
    assert (neither.intent, neither.topic) == ("unsure", None)


def test_the_fallback_is_no_thought(model: Path) -> None:
    saw, neither = understand(model, "where is the saw", "where is the spoon")
    assert (saw.first, saw.best, saw.confidence) == ("tools.saw", "tools/saw", 1.0)
    assert (neither.first, neither.best) == (None, None)


def test_other_data_needs_another_training(model: Path, cache: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = {"tools.yml": FILES["tools.yml"].replace("mallet", "sledge")}
    with pytest.raises(ComparisonUnavailable, match="its training failed"):
        train_once(["/bin/sh", "-c", "echo out of memory; exit 1"], other, cache)
    printed = capfd.readouterr()
    assert "out of memory" not in printed.out + printed.err
    assert printed.err.count("\n") == 1
    (log,) = (path for path in (cache / "diet").glob("*/training.log") if path.parent != model.parent)
    assert log.read_text() == "out of memory\n"


def test_a_training_without_a_model_failed(tmp_path: Path) -> None:
    with pytest.raises(ComparisonUnavailable, match=r"training\.log says why"):
        train_once(["/bin/true"], FILES, tmp_path)
