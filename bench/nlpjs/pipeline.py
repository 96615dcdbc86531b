"""NLP.js, trained on the product's training data and ready to be asked: trained once for each state of the data."""

import json
from pathlib import Path

from bench.nlpjs.environment import NAME, install, node
from bench.nlpjs.training_data import HERE, Lines, fingerprint, training_lines
from bench.training import train
from content.library import Library


def ready_to_ask(library: Library, cache: Path) -> list[str]:
    """The words of a program that understands lines as `python -m bot parse` does.

    Args:
        library: the content whose questions are learned.
        cache: folder of what can be made again.

    Raises:
        ComparisonUnavailable: Node or npm is missing, or the installation or the training failed.
    """
    program, packages = [node(), str(HERE / "program.js")], install(cache)
    return [*program, "parse", str(packages), str(train_once(program, packages, training_lines(library), cache))]


def train_once(program: list[str], packages: Path, lines: Lines, cache: Path) -> Path:
    """The model that the program makes of the lines, from the cache where it is there.

    Args:
        program: the words that start program.js.
        packages: the folder with node_modules.
        lines: by language, lines with their intents.
        cache: folder of what can be made again.

    Raises:
        ComparisonUnavailable: the training failed.
    """
    folder = cache / "nlpjs" / fingerprint(lines)
    model, data = folder / "model.json", folder / "lines.json"
    if not model.exists():
        folder.mkdir(parents=True, exist_ok=True)
        data.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
        train(NAME, [*program, "train", str(packages), str(data), str(model)], model)
    return model
