"""The command `lyhty`: one place from which everything is started, trained, checked and measured."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from api.serving.failures import StartFailed
from api.settings import Settings, SettingsInvalid

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: words after `lyhty`; those of the command line when None.

    Returns:
        0 when all went well, 1 when not, 2 for wrong usage or settings.
    """
    given = _parser().parse_args(arguments)
    command: Command = given.command
    try:
        return command(given, Settings.from_environment())
    except SettingsInvalid as error:
        print(f"lyhty: {error}", file=sys.stderr)
        return 2
    except StartFailed as error:
        print(f"lyhty: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lyhty", description="An anonymous help chat. Settings: docs/settings.md")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    serve = commands.add_parser("serve", help="start everything, or one part of the gateway")
    serve.add_argument("part", nargs="?", choices=["visitor", "staff"], help="only this one (needs LYHTY_VALKEY_URL)")
    serve.set_defaults(command=_serve)
    train = commands.add_parser("train", help="train the dialogue model, if content or bot files changed")
    train.set_defaults(command=_train)
    # No character begins an option here: all words, `--help` too, are for the evaluation.
    evaluate = commands.add_parser(
        "eval", help="measure the understanding on labelled questions", add_help=False, prefix_chars="\0"
    )
    evaluate.add_argument("rest", nargs=argparse.REMAINDER)
    evaluate.set_defaults(command=_eval)
    content = commands.add_parser("content", help="look after the answers")
    actions = content.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="check every content file, with messages for editors")
    check.add_argument("folder", nargs="?", type=Path, help="another folder than LYHTY_CONTENT_DIR")
    check.set_defaults(command=_check_content)
    compared = actions.add_parser("compared", help="note that an answer's languages were compared and say the same")
    compared.add_argument("topics", nargs="*", metavar="AREA/TOPIC", help="all, if none is named")
    compared.set_defaults(command=_compared)
    return parser


def _serve(given: argparse.Namespace, settings: Settings) -> int:
    from api.serving import everything, one  # noqa: PLC0415 — each command loads only what it needs

    return one.serve(given.part, settings) if given.part else everything.serve(settings)


def _train(given: argparse.Namespace, settings: Settings) -> int:
    from api.serving.training import ensure_model  # noqa: PLC0415

    print(ensure_model(settings.bot_python, settings.models_dir))
    return 0


def _eval(given: argparse.Namespace, settings: Settings) -> int:
    from bench import evaluation  # noqa: PLC0415

    return evaluation.main(given.rest)


def _check_content(given: argparse.Namespace, settings: Settings) -> int:
    from content.checks import main as check  # noqa: PLC0415

    return check(given.folder or settings.content_dir)


def _compared(given: argparse.Namespace, settings: Settings) -> int:
    from content.agreement import mark_compared  # noqa: PLC0415

    changed = mark_compared(settings.content_dir, given.topics)
    print("\n".join([*changed, f"Noted in {len(changed)} files."]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
