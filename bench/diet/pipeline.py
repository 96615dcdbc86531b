"""Rasa's default pipeline, trained on the product's training data and ready to be asked: trained once for each state of
the data, since a training takes minutes.
"""

from pathlib import Path

from bench.diet.environment import NAME, install
from bench.diet.training_data import HERE, fingerprint, training_files
from bench.training import train
from content.library import Library

VARIABLES = {
    "CUDA_VISIBLE_DEVICES": "-1",
    "RASA_MAX_CACHE_SIZE": "0",  # trainings are told apart by our own fingerprint
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # Several threads mostly wait for each other at matrices of this size, and make no two trainings alike.
    "TF_INTER_OP_PARALLELISM_THREADS": "1",
    "TF_INTRA_OP_PARALLELISM_THREADS": "1",
}
"""Variables that its program runs with."""


def ready_to_ask(library: Library, cache: Path) -> list[str]:
    """The words of a program that understands lines as `python -m bot parse` does; run it with `VARIABLES`.

    Args:
        library: the content whose questions are learned.
        cache: folder of what can be made again.

    Raises:
        ComparisonUnavailable: the environment could not be installed, or the training failed.
    """
    python = [str(install()), "-m", "bench.diet"]
    return [*python, "parse", str(train_once(python, training_files(library), cache))]


def train_once(program: list[str], files: dict[str, str], cache: Path, config: Path = HERE / "config.yml") -> Path:
    """The model that the program makes of the training files, from the cache where it is there.

    Args:
        program: the words that start bench/diet/__main__.py where Rasa is.
        files: training data by file name.
        cache: folder of what can be made again.
        config: the pipeline.

    Raises:
        ComparisonUnavailable: the training failed.
    """
    folder = cache / "diet" / fingerprint(files)
    model, data = folder / "model.tar.gz", folder / "data"
    if model.exists():
        return model
    data.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (data / name).write_text(text, encoding="utf-8")
    train(NAME, [*program, "train", str(config), str(data), str(model)], model, VARIABLES)
    return model
