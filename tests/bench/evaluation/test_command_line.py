"""`lyhty eval` as people run it, with a small bot that compares words in place of the large one."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench import evaluation
from bench.diet import environment
from bench.evaluation.way import ROOT
from content.library import Library
from tests.bench.evaluation.labelled import write

Evaluate = Callable[..., subprocess.CompletedProcess[str]]

_SMALL_BOT = f"""#!/bin/sh
shift 2
exec {ROOT}/.venvs/bot/bin/python -m tests.bot.small_bot "$@"
"""


@pytest.fixture(scope="module")
def small_bot(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings with which a small bot takes the place of the large one."""
    folder = tmp_path_factory.mktemp("small-bot")
    bot = folder / "python"
    bot.write_text(_SMALL_BOT)
    bot.chmod(0o755)
    return {"LYHTY_BOT_PYTHON": str(bot), "LYHTY_MODELS_DIR": str(folder / "models")}


@pytest.fixture(scope="module")
def evaluate(small_bot: dict[str, str]) -> Evaluate:
    def run(*words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "api.cli", "eval", *map(str, words)]
        environment = {**os.environ, **small_bot, **more}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Known ways of asking with their labels, one of a topic that is not there, and a line of each other kind."""
    folder = tmp_path_factory.mktemp("labelled")
    known = {(line.topic, line.language): line.text for line in Library.load(ROOT / "content").questions()}
    questions = [
        {"lang": code, "text": known[topic, code], "topics": [topic], "register": "spoken"}
        for topic in ("safety/threats", "about/anonymity")
        for code in ("fi", "en")
    ]
    return [
        write(
            folder / "questions.jsonl",
            *questions,
            {"lang": "sv", "text": "zxzxzx", "topics": ["safety/threats"], "register": "typo"},
            {"lang": "fi", "text": "zxzxzx", "topics": ["no/such-topic"], "register": "typo"},
        ),
        write(folder / "outside.jsonl", {"lang": "fi", "text": "zxzxzx", "topics": ["out-of-scope"]}),
        write(folder / "talk.jsonl", {"lang": "fi", "text": "moi", "topics": ["chitchat/greeting"]}),
        write(folder / "danger.jsonl", {"lang": "en", "text": "I want to kill myself", "crisis": "self-harm"}),
        write(folder / "personal.jsonl", {"lang": "en", "text": "the lamp is green", "spans": []}),
    ]


@pytest.fixture(scope="module")
def evaluated(
    evaluate: Evaluate, labelled: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, Any]]:
    """What one evaluation printed, and its report."""
    path = tmp_path_factory.mktemp("report") / "report.json"
    done = evaluate("--no-comparison", *labelled, "--json", path)
    assert done.returncode == 0, done.stderr
    return done.stdout, json.loads(path.read_text(encoding="utf-8"))


def test_known_questions_are_right_in_the_report(evaluated: tuple[str, dict[str, Any]]) -> None:
    _, report = evaluated
    topics = report["understanding"]["topics_by_language"]
    assert {code: row["right"]["count"] for code, row in topics.items()} == {"en": 2, "fi": 2, "sv": 0, "all": 4}
    assert [one["got"] for one in report["confusions"]] == ["out_of_scope"]


def test_all_kinds_of_lines_are_in_the_report(evaluated: tuple[str, dict[str, Any]]) -> None:
    _, report = evaluated
    assert report["understanding"]["out_of_scope"]["all"]["refused"]["share"] == 1.0
    assert report["understanding"]["small_talk"]["all"]["right"]["share"] == 1.0
    assert report["danger"]["by_kind"]["self-harm"]["found"]["share"] == 1.0
    assert report["danger"]["explicit"]["all"]["found"]["n"] >= 60
    assert report["personal"]["texts_without"]["all"]["masked_falsely"]["share"] == 0.0


def test_a_comparison_that_was_left_out_is_not_in_the_report(evaluated: tuple[str, dict[str, Any]]) -> None:
    text, report = evaluated
    assert report["comparisons"] == {}
    assert "DIET" not in text
    assert "NLP.js" not in text


def test_the_text_says_what_was_counted_and_what_was_missed(evaluated: tuple[str, dict[str, Any]]) -> None:
    text, _ = evaluated
    assert "Counted: 5 of 6 questions, whose first topic is one of them." in text
    assert "Lyhty: the same by register" in text
    assert "right, or among the three offered" in text
    assert "MISSED" in text


def test_what_was_asked_is_not_printed(evaluated: tuple[str, dict[str, Any]]) -> None:
    text, _ = evaluated
    assert "zxzxzx" not in text


def test_all_topics_can_be_counted_and_another_list_of_danger(
    evaluate: Evaluate, labelled: list[Path], tmp_path: Path
) -> None:
    own = write(tmp_path / "own.jsonl", {"lang": "en", "text": "the lamp is green", "danger": "self-harm"})
    words = ("--no-comparison", "--all-topics", labelled[0], "--explicit", own, "--json", tmp_path / "report.json")
    done = evaluate(*words)
    assert "Counted: 6 of 6 questions, of any topic." in done.stdout
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["understanding"]["topics_by_language"]["fi"]["right"]["n"] == 3
    found = report["danger"]["explicit"]["all"]["found"]
    assert (found["count"], found["n"]) == (0, 1)


@pytest.fixture
def nothing_installed(small_bot: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small bot, in this process, on a machine with neither uv nor Node."""
    for name, value in small_bot.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(environment, "_OWN_UV", tmp_path / "no-uv")
    monkeypatch.setenv("PATH", str(tmp_path))


DIET_LEFT_OUT = "Rasa's default pipeline is left out of the comparison: uv is missing. Install it with: make setup\n"
NLPJS_LEFT_OUT = "NLP.js is left out of the comparison: node is missing. Install Node.js 18 or newer.\n"


@pytest.mark.usefixtures("nothing_installed")
@pytest.mark.parametrize(
    ("chosen", "left_out"),
    [
        ([], [DIET_LEFT_OUT, NLPJS_LEFT_OUT]),
        (["diet"], [DIET_LEFT_OUT]),
        (["nlpjs"], [NLPJS_LEFT_OUT]),
        (["nlpjs", "diet"], [NLPJS_LEFT_OUT, DIET_LEFT_OUT]),
    ],
)
def test_comparisons_that_cannot_be_installed_are_left_out_of_the_report(
    chosen: list[str], left_out: list[str], labelled: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    words = [word for name in chosen for word in ("--comparison", name)]
    assert evaluation.main([*words, str(labelled[1])]) == 0
    printed = capsys.readouterr()
    assert printed.err.endswith("".join(left_out))
    assert printed.err.count("left out") == len(left_out)
    assert "outside, given no answer" in printed.out


def test_one_cannot_both_choose_and_leave_out(evaluate: Evaluate, labelled: list[Path]) -> None:
    done = evaluate("--no-comparison", "--comparison", "diet", labelled[1])
    assert done.returncode == 2
    assert "not allowed with" in done.stderr


def test_pictures_are_drawn_where_they_are_wanted(evaluate: Evaluate, labelled: list[Path], tmp_path: Path) -> None:
    done = evaluate("--no-comparison", "--pictures", tmp_path / "pictures", *labelled)
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (tmp_path / "pictures").iterdir()} == {
        "calibration.png",
        "confusion.png",
        "coverage-error.png",
    }


def test_help_is_that_of_the_evaluation(evaluate: Evaluate) -> None:
    done = evaluate("--help")
    assert done.returncode == 0
    assert done.stdout.startswith("usage: lyhty eval")
    assert "--all-topics" in done.stdout


def test_no_files_are_no_evaluation(evaluate: Evaluate) -> None:
    done = evaluate("--no-comparison")
    assert done.returncode == 2
    assert "FILE" in done.stderr


def test_a_broken_line_is_told_before_anything_is_trained(evaluate: Evaluate, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"lang": "fi"}\n', encoding="utf-8")
    done = evaluate(tmp_path / "a.jsonl", LYHTY_MODELS_DIR=str(tmp_path / "models"))
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path}/a.jsonl:1: it needs exactly one of the fields")
    assert not (tmp_path / "models").exists()


def test_a_bot_that_is_not_installed_is_told(evaluate: Evaluate, labelled: list[Path]) -> None:
    done = evaluate("--no-comparison", labelled[0], LYHTY_BOT_PYTHON="/nowhere/python")
    assert done.returncode == 1
    assert "make setup" in done.stderr
