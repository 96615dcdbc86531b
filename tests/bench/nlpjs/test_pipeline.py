"""NLP.js is trained once for each state of the training data, and speaks as the product's bot does: the real one."""

from pathlib import Path

import pytest

from bench.evaluation.way import Program, Understood
from bench.left_out import ComparisonUnavailable
from bench.nlpjs.environment import node
from bench.nlpjs.pipeline import train_once
from bench.nlpjs.training_data import HERE, Lines
from tests.bench.evaluation.labelled import asked
from tests.bench.nlpjs.packages import installed

LINES: Lines = {
    "en": [
        ("where is the hammer", "tools.hammer"),
        ("I need a mallet", "tools.hammer"),
        ("where do you keep the saw", "tools.saw"),
        ("something that cuts wood", "tools.saw"),
    ],
    "fi": [("missä vasara on", "tools.hammer"), ("tarvitsen sahan", "tools.saw"), ("moi vaan", "small_talk.greeting")],
}


@pytest.fixture(scope="module")
def packages() -> Path:
    return installed()


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def model(packages: Path, cache: Path) -> Path:
    return train_once([node(), str(HERE / "program.js")], packages, LINES, cache)


def understand(packages: Path, model: Path, *texts: str, language: str = "en") -> list[Understood]:
    program = Program([node(), str(HERE / "program.js"), "parse", str(packages), str(model)])
    return program.understand([asked("tools/saw", text=text, language=language) for text in texts])


def test_a_model_is_left_with_its_data_and_output(model: Path, cache: Path) -> None:
    assert model.parent.parent == cache / "nlpjs"
    assert sorted(path.name for path in model.parent.iterdir()) == ["lines.json", "model.json", "training.log"]


def test_a_model_that_is_there_is_not_trained_again(model: Path, cache: Path) -> None:
    assert train_once(["/nowhere/node"], Path("/nowhere"), LINES, cache) == model


def test_it_answers_or_admits_not_to_be_sure(packages: Path, model: Path) -> None:
    saw, mallet, neither = understand(packages, model, "where do you keep the saw", "a mallet\nplease", "zxzxzx qwqwqw")
    assert (saw.topic, saw.best, saw.first) == ("tools/saw", "tools/saw", "tools.saw")
    assert mallet.topic == "tools/hammer"
    assert 0.5 <= mallet.confidence <= 1
    assert (neither.intent, neither.best, neither.confidence) == ("unsure", None, 0)


def test_each_language_is_understood_by_its_own_lines(packages: Path, model: Path) -> None:
    hammer, greeting = understand(packages, model, "missä vasara on", "moi vaan", language="fi")
    assert hammer.topic == "tools/hammer"
    assert (greeting.intent, greeting.topic) == ("small_talk.greeting", None)


@pytest.mark.parametrize("language", ["sv", "et", "ru", "uk", "ar"])
def test_a_language_that_it_never_learnt_is_answered_in_some_way(packages: Path, model: Path, language: str) -> None:
    (found,) = understand(packages, model, "где пила? أين المنشار؟ kus on saag", language=language)
    assert found.topic is None


def test_a_doubtful_thought_is_kept_though_nothing_is_answered(packages: Path, model: Path) -> None:
    (found,) = understand(packages, model, "the saw and the hammer or a mallet for something")
    assert found.first is not None
    assert found.intent in {"unsure", found.first}


def test_the_same_lines_give_the_same_model(packages: Path, model: Path, tmp_path: Path) -> None:
    again = train_once([node(), str(HERE / "program.js")], packages, LINES, tmp_path)
    text = "where is a saw that cuts"
    (first,), (second,) = (understand(packages, one, text) for one in (model, again))
    assert first == second


def test_a_training_that_fails_says_where_the_reason_stands(
    packages: Path, cache: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ComparisonUnavailable, match=r"NLP\.js is left out of .* its training failed; .*log"):
        train_once(["/bin/sh", "-c", "echo out of memory; exit 1"], packages, {"en": [("a", "b.c")]}, cache)
    assert "out of memory" not in "".join(capfd.readouterr())


def test_a_program_that_breaks_says_so(packages: Path, tmp_path: Path) -> None:
    with pytest.raises(ComparisonUnavailable, match="its training failed"):
        train_once([node(), str(HERE / "program.js")], tmp_path / "no-packages", LINES, tmp_path)
    (log,) = tmp_path.glob("nlpjs/*/training.log")
    assert "Cannot find module 'node-nlp'" in log.read_text(encoding="utf-8")
