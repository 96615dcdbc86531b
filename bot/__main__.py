"""The bot's command line: `python -m bot serve`, `train`, `parse` or `fingerprint`, in the bot's environment."""

import argparse
import os
import sys
from pathlib import Path

from bot.fingerprint import fingerprint
from bot.models import ModelUnusable, TrainingFailed, fitting, to_load
from bot.ports import PortTaken, take
from bot.settings import Settings, SettingsInvalid
from content.library import ContentInvalid
from process.hardening import harden
from process.logs import write_only_events

_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",  # more threads spin while they wait for each other, and slow all down
    "OMP_WAIT_POLICY": "passive",
    "OPENBLAS_NUM_THREADS": "1",
    "RASA_MAX_CACHE_SIZE": "0",  # trainings are told apart by our own fingerprint
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it worked, 1 with a sentence on standard error when it could not.

    Args:
        arguments: of the command line; the process's own by default.
    """
    os.environ.update(_ENVIRONMENT)
    harden()
    write_only_events("rasa")
    asked = _parser().parse_args(arguments)
    try:
        run = {"serve": _serve, "train": _train, "parse": _parse, "fingerprint": _fingerprint}[asked.command]
        run(asked, Settings.from_environment())
    except (ContentInvalid, ModelUnusable, PortTaken, SettingsInvalid, TrainingFailed) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="answer messages on LYHTY_RASA_PORT")
    training = commands.add_parser("train", help="train a model, unless there is one for the present content")
    training.add_argument("--out", type=Path, help="folder for models; LYHTY_MODELS_DIR, else models/")
    training.add_argument("--force", action="store_true", help="train also when there is a model that fits")
    parsing = commands.add_parser("parse", help="say what JSON lines on standard input mean")
    commands.add_parser("fingerprint", help="print the name of the model that fits the present content")
    for command in (serving, parsing):
        command.add_argument(
            "--model", type=Path, help="the model; by default the one that fits the content, else the newest"
        )
    return parser


def _serve(asked: argparse.Namespace, settings: Settings) -> None:
    settings.with_valkey()
    port = take(settings.bind, settings.port)
    model = asked.model or to_load(settings)
    _make_rasa_importable()
    from bot.server import serve

    serve(settings, model, port)


def _train(asked: argparse.Namespace, settings: Settings) -> None:
    target = fitting(settings)
    target = (asked.out or target.parent) / target.name
    if target.exists() and not asked.force:
        sys.stderr.write("The dialogue model is up to date.\n")
        return
    _make_rasa_importable()
    from bot.training import train

    train(target)


def _parse(asked: argparse.Namespace, settings: Settings) -> None:
    model = asked.model or to_load(settings)
    _make_rasa_importable()
    from bot.parsing import parse

    parse(sys.stdin, sys.stdout, model)


def _fingerprint(_: argparse.Namespace, settings: Settings) -> None:
    sys.stdout.write(f"{fingerprint(settings)}\n")


def _make_rasa_importable() -> None:
    from bot.rasa_logging import drop_all_values
    from bot.without_tensorflow import install

    drop_all_values()
    install()


if __name__ == "__main__":
    sys.exit(main())
