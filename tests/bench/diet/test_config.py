"""The comparison is with Rasa's default itself, not with what somebody remembered of it."""

from typing import Any

import yaml

from bench.diet.environment import ROOT
from bench.diet.training_data import HERE

_SEEDED = {"DIETClassifier", "ResponseSelector"}


def pipeline_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(text)["pipeline"]
    return found


def test_the_pipeline_is_the_one_that_rasa_ships_but_for_the_seed() -> None:
    (default,) = (ROOT / ".venvs" / "bot" / "lib").glob(
        "python3.*/site-packages/rasa/engine/recipes/config_files/default_config.yml"
    )
    seeded = [
        {**part, "random_seed": 2024} if part["name"] in _SEEDED else part for part in pipeline_of(default.read_text())
    ]
    assert pipeline_of((HERE / "config.yml").read_text(encoding="utf-8")) == seeded


def test_rasa_is_the_same_version_as_the_products() -> None:
    ours = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    theirs = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    pins = ["rasa==", "dask==", "scikit-learn>=", "numpy<", "setuptools<"]
    for pin in pins:
        (line,) = (line.strip() for line in theirs.splitlines() if line.strip().startswith(f'"{pin}'))
        assert line in ours
