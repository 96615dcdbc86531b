"""Pictures are drawn whatever was measured, and show what the tables say."""

from pathlib import Path

import pytest

from bench.evaluation.pictures import calibration, confusion, coverage_and_error, draw
from bench.evaluation.understanding import Understanding
from tests.bench.evaluation.labelled import understood

PNG = b"\x89PNG\r\n\x1a\n"
WAY = Understanding(
    "Lyhty",
    [
        understood("work.wages", "work/wages", confidence=0.9),
        understood("safety.threats", "work/wages", language="ar", confidence=0.7),
        understood("unsure", "safety/threats", suggested=("work/wages",), language="uk", confidence=0.5),
    ],
    [understood("out_of_scope", "out-of-scope", confidence=0.1)],
    [understood("small_talk.yes", "chitchat/yes", confidence=1.0)],
)
NOTHING = Understanding("Nothing", [], [], [])


@pytest.mark.parametrize("way", [WAY, NOTHING])
def test_all_pictures_are_drawn_into_a_folder_that_is_made(way: Understanding, tmp_path: Path) -> None:
    files = draw(tmp_path / "new" / "pictures", way, [WAY])
    assert [path.name for path in files] == ["coverage-error.png", "calibration.png", "confusion.png"]
    assert all(path.read_bytes().startswith(PNG) for path in files)


def test_each_way_has_its_curve() -> None:
    (axes,) = coverage_and_error([WAY, NOTHING]).axes
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["Lyhty", "Nothing"]
    shares = list(axes.get_lines()[0].get_xdata())
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_the_counts_of_stated_confidences_are_shown() -> None:
    _, below = calibration(WAY).axes
    assert [text.get_text() for text in below.texts] == ["1", "1", "1", "2"]


def test_the_matrix_shows_counts_and_the_pairs_beside_it() -> None:
    matrix, pairs = confusion(WAY).axes
    assert [label.get_text() for label in matrix.get_yticklabels()] == ["safety (1)", "work (2)"]
    assert [text.get_text() for text in matrix.texts] == ["1", "1", "1"]
    assert [label.get_text() for label in pairs.get_yticklabels()] == [
        "safety/threats → three others offered",
        "work/wages → safety/threats",
    ]
