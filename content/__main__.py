"""`python -m content check [FOLDER]`: the content check for an editor's or a server's command line."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from content.checks import main as check


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit status is 0 when the content can go live, 1 when not, 2 when the call is wrong."""
    parser = argparse.ArgumentParser(prog="python -m content", description="Work with Lyhty's content folder.")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("check", help="say what is wrong in the content, and what to do about it")
    command.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent, help="the content folder")
    return check(parser.parse_args(arguments).folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
