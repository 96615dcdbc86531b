"""Trains the dialogue model with Rasa, so that what is said on the way fits on one line.

What Rasa and its libraries print goes to a file: it is about the training data, never about visitors, and of use only
when a training fails.
"""

import contextlib
import logging
import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from rasa.model_training import train as rasa_train

from bot.models import TrainingFailed
from bot.settings import PROJECT

BOT = Path(__file__).parent
LOG = PROJECT / ".run" / "training.log"
SEED = 20_24


def train(target: Path, config: Path = BOT / "config.yml") -> None:
    """Train a model on the content and put it at `target`, whole or not at all.

    Args:
        target: the archive to write; its folder is made when missing.
        config: Rasa's configuration.

    Raises:
        TrainingFailed: no model came out.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    _tell("Training the dialogue model … ")
    with TemporaryDirectory(dir=target.parent, prefix=".training-") as folder:
        try:
            with _noise_in(LOG):
                made = _trained(Path(folder), target.name, config)
        except TrainingFailed:
            _tell("failed.\n")
            raise
        made.replace(target)
    _tell(f"done in {time.monotonic() - started:.0f} s.\n")


def _trained(folder: Path, name: str, config: Path) -> Path:
    random.seed(SEED)
    np.random.seed(SEED)
    try:
        result = rasa_train(
            domain=str(BOT / "domain.yml"),
            config=str(config),
            training_files=[],
            output=str(folder),
            force_training=True,
            fixed_model_name=name,
        )
    except Exception as error:
        traceback.print_exc()
        raise TrainingFailed(f"The training failed ({type(error).__name__}). Read why in {LOG}.") from error
    if result.model is None:
        raise TrainingFailed(f"The training gave no model. Read why in {LOG}.")
    return Path(result.model)


@contextlib.contextmanager
def _noise_in(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as log, contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
        logging.basicConfig(stream=log, level=logging.INFO, force=True)
        try:
            yield
        finally:
            logging.basicConfig(handlers=[logging.NullHandler()], force=True)


def _tell(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
