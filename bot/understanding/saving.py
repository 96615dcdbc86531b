"""Keeps what was learnt as two plain files, numbers (`.npz`) and names (`.json`): nothing in them can run code."""

import json
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from bot.understanding.certainty import Certainty
from bot.understanding.danger import DangerSense
from bot.understanding.features import Features
from bot.understanding.model import Model
from bot.understanding.ngrams import NGrams
from bot.understanding.softmax import Softmax
from bot.understanding.training import Fitted
from bot.understanding.weighing import Weighing

_NUMBERS, _NAMES = "understanding.npz", "understanding.json"
_PARTS = ("dense", "sparse", "bias")


class UnderstandingUnreadable(RuntimeError):
    """The folder holds no understanding, or a broken one."""


def save(fitted: Fitted, folder: Path) -> None:
    """Write both files into an existing folder."""
    model = fitted.model
    numbers: dict[str, Any] = {
        "middle": model.features.middle,
        "rarity": model.features.ngrams.rarity,
        **_as_arrays("kinds", model.kinds),
        **_as_arrays("topics", model.topics),
        "vectors": model.vectors,
        "classes": model.classes,
        **_danger_arrays(fitted.danger),
    }
    names = {
        "classes": model.names,
        "distance": model.features.distance,
        "ngrams": model.features.ngrams.known,
        "known": fitted.known,
        "weighing": [fitted.weighing.regression, fitted.weighing.nearest],
        "scope": _as_lists(fitted.scope),
        "right": _as_lists(fitted.right),
        "danger": fitted.danger.distance if fitted.danger else None,
    }
    np.savez(folder / _NUMBERS, **numbers)
    (folder / _NAMES).write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")


def load(folder: Path) -> Fitted:
    """Read both files.

    Raises:
        UnderstandingUnreadable: they are missing or broken.
    """
    try:
        names = json.loads((folder / _NAMES).read_text(encoding="utf-8"))
        with np.load(folder / _NUMBERS, allow_pickle=False) as numbers:
            model = _model(names, dict(numbers))
            danger = _danger(names["danger"], dict(numbers))
        certainties = _from_lists(names["scope"]), _from_lists(names["right"])
        return Fitted(model, Weighing(*names["weighing"]), *certainties, names["known"], danger)
    except (OSError, KeyError, TypeError, ValueError, BadZipFile) as error:
        raise UnderstandingUnreadable("The trained understanding is missing or broken: train again.") from error


def _model(names: dict[str, Any], numbers: dict[str, Any]) -> Model:
    ngrams = NGrams(names["ngrams"], numbers["rarity"])
    features = Features(numbers["middle"], names["distance"], ngrams)
    kinds, topics = (Softmax(*(numbers[f"{of}_{part}"] for part in _PARTS)) for of in ("kinds", "topics"))
    return Model(names["classes"], features, kinds, topics, numbers["vectors"], numbers["classes"])


def _danger_arrays(danger: DangerSense | None) -> dict[str, Any]:
    return {"danger_middle": danger.middle, **_as_arrays("danger", danger.weights)} if danger else {}


def _danger(distance: float | None, numbers: dict[str, Any]) -> DangerSense | None:
    if distance is None:
        return None
    return DangerSense(numbers["danger_middle"], distance, Softmax(*(numbers[f"danger_{part}"] for part in _PARTS)))


def _as_arrays(of: str, softmax: Softmax) -> dict[str, Any]:
    return {f"{of}_{part}": getattr(softmax, part) for part in _PARTS}


def _as_lists(certainty: Certainty) -> dict[str, Any]:
    lists = {name: getattr(certainty, name).tolist() for name in ("means", "spreads", "weights")}
    return {**lists, "bias": certainty.bias}


def _from_lists(lists: dict[str, Any]) -> Certainty:
    means, spreads, weights = (np.array(lists[name]) for name in ("means", "spreads", "weights"))
    return Certainty(means, spreads, weights, lists["bias"])
