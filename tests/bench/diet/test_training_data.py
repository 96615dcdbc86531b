"""A comparison is fair only when both pipelines learn from the same lines."""

import json
import subprocess
from pathlib import Path

import pytest

from bench.diet.environment import ROOT
from bench.diet.training_data import fingerprint, training_files
from content.library import Library
from tests.bench.diet.rasa import BOT_PYTHON

# Prints what Rasa reads from a folder of files, and what our own importer hands to the product's training.
_BOTH = """
import json, sys
from bot.without_tensorflow import install
install()
from bot.importer import ContentImporter
from rasa.shared.importers.utils import training_data_from_paths
# Rasa drops a line that two languages share.
def lines(data): return sorted({(m.get("text"), m.get("intent")) for m in data.training_examples})
read = training_data_from_paths([sys.argv[1]], "en")
given = ContentImporter().get_nlu_data()
given.training_examples = [m for m in given.training_examples if m.get("intent")]  # lines of danger have none
print(json.dumps([lines(read), lines(given), len(read.entity_examples)]))
"""


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return training_files(Library.load(ROOT / "content"))


def test_rasa_reads_what_our_importer_gives(files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = [BOT_PYTHON, "-W", "error::UserWarning", "-c", _BOTH, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    read, given, entities = json.loads(done.stdout)
    assert read == given
    assert len(read) > 500
    assert entities == 0


def test_each_language_and_kind_has_its_file(files: dict[str, str]) -> None:
    kinds = sorted(path.stem for path in (ROOT / "bot" / "nlu" / "fi").glob("*.yml"))
    assert {"commands", "small_talk", "refused"} <= set(kinds)
    assert set(files) >= {"content.yml", *(f"{code}-{kind}.yml" for code in ("fi", "en") for kind in kinds)}


def test_the_fingerprint_changes_with_the_lines(files: dict[str, str]) -> None:
    more = {**files, "content.yml": files["content.yml"].replace("?", "!", 1)}
    assert fingerprint(files) == fingerprint(dict(reversed(files.items())))
    assert fingerprint(files) != fingerprint(more)
    assert len(fingerprint(files)) == 16
