import json
from pathlib import Path

import numpy as np
import pytest

from bot.encoder import SentenceEncoder
from bot.understanding import IntentClassifier
from bot.understanding.saving import UnderstandingUnreadable
from tests.bot.understanding.lines import NEW, STRANGE


@pytest.fixture
def folder(tmp_path: Path, classifier: IntentClassifier) -> Path:
    classifier.save(tmp_path)
    return tmp_path


def test_what_was_saved_understands_the_same(
    folder: Path, classifier: IntentClassifier, encoder: SentenceEncoder
) -> None:
    loaded = IntentClassifier.load(folder, encoder)
    for text in [*STRANGE, "moi", *(text for texts in NEW.values() for text in texts)]:
        assert loaded.predict(text, "en") == classifier.predict(text, "en")


def test_saving_twice_gives_the_same_files(tmp_path: Path, folder: Path, encoder: SentenceEncoder) -> None:
    again = tmp_path / "again"
    again.mkdir()
    IntentClassifier.load(folder, encoder).save(again)
    for file in ("understanding.npz", "understanding.json"):
        assert (again / file).read_bytes() == (folder / file).read_bytes()


def test_nothing_in_the_files_can_run_code(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == ["understanding.json", "understanding.npz"]
    with np.load(folder / "understanding.npz", allow_pickle=False) as numbers:
        assert all(numbers[name].dtype.kind in "fi" for name in numbers.files)


def test_a_folder_without_the_files_is_refused(tmp_path: Path, encoder: SentenceEncoder) -> None:
    with pytest.raises(UnderstandingUnreadable, match="train again"):
        IntentClassifier.load(tmp_path, encoder)


@pytest.mark.parametrize("damage", ["{}", "[]", "{", json.dumps({"classes": ["a"]})])
def test_broken_names_are_refused(folder: Path, encoder: SentenceEncoder, damage: str) -> None:
    (folder / "understanding.json").write_text(damage)
    with pytest.raises(UnderstandingUnreadable, match="train again"):
        IntentClassifier.load(folder, encoder)


def test_cut_numbers_are_refused(folder: Path, encoder: SentenceEncoder) -> None:
    path = folder / "understanding.npz"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(UnderstandingUnreadable, match="train again"):
        IntentClassifier.load(folder, encoder)
