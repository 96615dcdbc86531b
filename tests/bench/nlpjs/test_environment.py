"""Whoever has no Node is told so in a sentence, and gets the rest of the report."""

import json
from pathlib import Path

import pytest

from bench.left_out import ComparisonUnavailable
from bench.nlpjs.environment import PROJECT, install, node

LEFT_OUT = "NLP.js is left out of the comparison: "
LOCK = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for, beside those of the system that scripts need."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def npm(folder: Path, script: str) -> None:
    program = folder / "npm"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def reason(cache: Path) -> str:
    with pytest.raises(ComparisonUnavailable) as caught:
        install(cache)
    text = str(caught.value)
    assert text.startswith(LEFT_OUT)
    assert "\n" not in text
    return text.removeprefix(LEFT_OUT)


def test_the_packages_are_installed_as_locked_and_run_nothing(path: Path, tmp_path: Path) -> None:
    npm(path, 'echo "$@" > words')
    folder = install(tmp_path / "cache")
    assert folder.parent == tmp_path / "cache" / "nlpjs"
    assert json.loads((folder / "package-lock.json").read_text(encoding="utf-8")) == LOCK
    words = (folder / "words").read_text().split()
    assert words[0] == "ci"
    assert "--ignore-scripts" in words


def test_a_long_installation_is_announced_and_done_once(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    npm(path, "exit 0")
    first = install(tmp_path / "cache")
    assert "Installing" in capsys.readouterr().err
    npm(path, "exit 1")
    assert install(tmp_path / "cache") == first
    assert capsys.readouterr().err == ""


def test_another_lock_is_another_folder(path: Path, tmp_path: Path) -> None:
    npm(path, "exit 0")
    other = tmp_path / "other"
    other.mkdir()
    for name in ("package.json", "package-lock.json"):
        (other / name).write_text("{}")
    assert install(tmp_path / "cache", other) != install(tmp_path / "cache")


def test_no_network_is_a_sentence_and_is_tried_again(path: Path, tmp_path: Path) -> None:
    npm(path, 'printf "npm error code ENOTFOUND\\nnpm error network\\n" >&2; exit 1')
    said = "its packages could not be installed (npm error code ENOTFOUND npm error network)."
    assert reason(tmp_path / "cache") == said
    npm(path, "exit 1")
    assert "npm said nothing" in reason(tmp_path / "cache")


def test_endless_reasons_are_cut(path: Path, tmp_path: Path) -> None:
    npm(path, 'i=0; while [ $i -lt 900 ]; do echo "npm error" >&2; i=$((i+1)); done; exit 1')
    assert len(reason(tmp_path / "cache")) < 400


def test_programs_that_are_missing_are_named(path: Path, tmp_path: Path) -> None:
    assert reason(tmp_path / "cache") == "npm is missing. Install Node.js 18 or newer."
    with pytest.raises(ComparisonUnavailable, match="node is missing"):
        node()


def test_the_lock_holds_each_package_by_its_content_and_not_by_an_address() -> None:
    """npm takes packages from the registry that it is set up with, and refuses other content than was locked."""
    packages = [package for place, package in LOCK["packages"].items() if place]
    assert len(packages) > 50
    assert not any("resolved" in package for package in packages)
    assert all(package["integrity"].startswith("sha512-") for package in packages)


def test_the_lock_is_that_of_the_project() -> None:
    project = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    assert LOCK["packages"][""]["dependencies"] == project["dependencies"]
    assert LOCK["packages"]["node_modules/node-nlp"]["version"] == project["dependencies"]["node-nlp"]
