"""Trains the dialogue model when content or bot files changed, and only then."""

import subprocess
import sys
import time
from pathlib import Path

from api.serving.failures import StartFailed

_LOOK_SECONDS = 0.5
_SAY_SECONDS = 10.0


class TrainingFailed(StartFailed):
    """The model could not be trained; the message says where the reason stands."""


class BotEnvironmentMissing(StartFailed):
    """The environment that Rasa runs in is not installed."""


def require_environment(python: Path) -> None:
    """Make sure that the bot's Python is there.

    Raises:
        BotEnvironmentMissing: it is not.
    """
    if not python.exists():
        raise BotEnvironmentMissing(f"Rasa's environment is missing ({python}). Install it with: make setup")


def ensure_model(python: Path, models: Path) -> Path:
    """Give the model that fits today's content and bot files, training it when there is none yet.

    Args:
        python: Python of the bot's environment.
        models: folder of trained models, named by the fingerprint of what they were trained on.

    Returns:
        The model's file.

    Raises:
        BotEnvironmentMissing: the bot's Python is not there.
        TrainingFailed: the training ended with an error.
    """
    require_environment(python)
    model = models / f"{_fingerprint(python)}.tar.gz"
    if not model.exists():
        _train(python, models)
    if not model.exists():
        raise TrainingFailed(f"The training gave no model {model.name}.")
    return model


def _fingerprint(python: Path) -> str:
    done = subprocess.run([str(python), "-m", "bot", "fingerprint"], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise TrainingFailed(f"The content could not be read for training:\n{done.stderr.strip()}")
    return done.stdout.strip()


def _train(python: Path, models: Path) -> None:
    models.mkdir(parents=True, exist_ok=True)
    _say("Training the model, since content or bot files changed (a minute or two) …")
    started = time.monotonic()
    said = started
    command = [str(python), "-m", "bot", "train", "--out", str(models)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as training:  # noqa: S603
        while training.poll() is None:
            time.sleep(_LOOK_SECONDS)
            if time.monotonic() - said >= _SAY_SECONDS:
                said = time.monotonic()
                _say(f"  still training, {said - started:.0f} s")
        said_by_the_bot = training.communicate()[1]
    if training.returncode != 0:
        raise TrainingFailed(f"The training stopped with an error:\n{said_by_the_bot.strip()}")
    _say(f"Trained in {time.monotonic() - started:.0f} s.")


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
