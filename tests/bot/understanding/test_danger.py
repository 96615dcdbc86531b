"""Danger is sensed in words that no list holds, and only where it was learnt."""

from pathlib import Path

import pytest

from bot.danger_lines import danger_lines
from bot.encoder import SentenceEncoder
from bot.understanding import IntentClassifier
from bot.understanding.danger import KINDS, NO_DANGER
from tests.bot.understanding.lines import EXAMPLES

LINES = danger_lines(Path(__file__).parents[3] / "bot" / "danger")


@pytest.fixture(scope="module")
def sensing(encoder: SentenceEncoder) -> IntentClassifier:
    return IntentClassifier.fit(EXAMPLES, encoder, LINES)


def test_there_are_enough_lines_of_both_sides_in_both_languages() -> None:
    assert {line.kind for line in LINES} == set(KINDS)
    for language in ("fi", "en"):
        own = [line.kind for line in LINES if line.language == language]
        assert own.count(NO_DANGER) >= 150
        assert len(own) - own.count(NO_DANGER) >= 150


@pytest.mark.parametrize(
    "text",
    [
        "my man is at the door with a hammer and he screams",
        "hän potkaisi oven rikki ja on nyt eteisessä veitsi kädessä",
    ],
)
def test_danger_that_was_not_learnt_word_for_word(sensing: IntentClassifier, text: str) -> None:
    assert sensing.sense_danger(text) == "immediate-danger"
    assert sensing.predict(text, "fi").danger == "immediate-danger"


@pytest.mark.parametrize("text", ["when is the office open", "paljonko lupa maksaa", "kiitos paljon"])
def test_everyday_words_are_no_danger(sensing: IntentClassifier, text: str) -> None:
    assert sensing.sense_danger(text) is None


def test_without_lines_nothing_is_sensed(classifier: IntentClassifier) -> None:
    assert classifier.sense_danger("he is at the door with a hammer") is None


def test_it_is_kept(sensing: IntentClassifier, encoder: SentenceEncoder, tmp_path: Path) -> None:
    sensing.save(tmp_path)
    kept = IntentClassifier.load(tmp_path, encoder)
    for line in LINES[::20]:
        assert kept.sense_danger(line.text) == sensing.sense_danger(line.text)
