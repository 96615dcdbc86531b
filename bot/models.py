"""Which trained model belongs to the present content, and which one to load."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from bot.fingerprint import fingerprint
from bot.settings import Settings
from content.library import ContentInvalid

if TYPE_CHECKING:  # Rasa takes seconds to import, and most commands don't need it
    from rasa.core.agent import Agent


class ModelUnusable(RuntimeError):
    """There is no model, or not a whole one; the message says how to make one."""


class TrainingFailed(RuntimeError):
    """Rasa made no model; the message says where to read why."""


def fitting(settings: Settings) -> Path:
    """Where the model for the present content is, or would be after a training."""
    return settings.models_dir / f"{fingerprint(settings)}.tar.gz"


def to_load(settings: Settings) -> Path:
    """The model that fits the content, else the newest: old ways of asking are better than no answer.

    Raises:
        ModelUnusable: there is none at all.
    """
    with contextlib.suppress(ContentInvalid):  # a broken file must not take the bot away; the content check tells of it
        path = fitting(settings)
        if path.exists():
            return path
    newest = max(settings.models_dir.glob("*.tar.gz"), key=lambda found: found.stat().st_mtime, default=None)
    if newest is None:
        raise ModelUnusable(f"There is no model in {settings.models_dir}. Train one: python -m bot train")
    return newest


def load_into(agent: "Agent", model: Path) -> None:
    """Give Rasa's agent its model.

    Args:
        agent: without a model, or with an older one, which it keeps when this one cannot be loaded.
        model: the trained model's archive.

    Raises:
        ModelUnusable: Rasa cannot load it.
    """
    try:
        agent.load_model(model)
    except Exception as error:
        raise ModelUnusable(
            f"The model {model} cannot be loaded ({type(error).__name__}). Make it anew: python -m bot train --force"
        ) from error
