"""`python -m bench.diet train CONFIG DATA MODEL`, and `parse MODEL`: run where Rasa and TensorFlow are installed."""

import sys
from pathlib import Path

from bench.diet.program import parse, train


def main(arguments: list[str]) -> None:
    """Run one command."""
    command, *paths = arguments
    if command == "train":
        train(*map(Path, paths))
    else:
        parse(Path(paths[0]), sys.stdin, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
