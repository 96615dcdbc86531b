"""Whoever cannot install the comparison is told why in a sentence, and gets the rest of the report."""

from pathlib import Path

import pytest

from bench.diet.environment import PROJECT, install
from bench.left_out import ComparisonUnavailable

LEFT_OUT = "Rasa's default pipeline is left out of the comparison: "


def program(folder: Path, script: str) -> Path:
    path = folder / "uv"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def reason(uv: Path, folder: Path) -> str:
    with pytest.raises(ComparisonUnavailable) as caught:
        install(uv, folder)
    text = str(caught.value)
    assert text.startswith(LEFT_OUT)
    assert "\n" not in text
    return text.removeprefix(LEFT_OUT)


def test_the_python_of_the_environment_is_given(tmp_path: Path) -> None:
    uv = program(tmp_path, 'echo "$@" > "$UV_PROJECT_ENVIRONMENT.words"')
    assert install(uv, tmp_path / "there") == tmp_path / "there" / "bin" / "python"
    words = (tmp_path / "there.words").read_text()
    assert "sync" in words
    assert "--locked" in words
    assert str(PROJECT) in words


def test_a_long_installation_is_announced_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uv = program(tmp_path, 'mkdir -p "$UV_PROJECT_ENVIRONMENT"')
    install(uv, tmp_path / "there")
    assert "Installing" in capsys.readouterr().err
    install(uv, tmp_path / "there")
    assert capsys.readouterr().err == ""


def test_no_network_is_a_sentence(tmp_path: Path) -> None:
    uv = program(tmp_path, 'printf "error: Failed to fetch\\n  Caused by: dns error\\n" >&2; exit 2')
    said = "its environment could not be installed (error: Failed to fetch Caused by: dns error)."
    assert reason(uv, tmp_path / "there") == said


def test_endless_reasons_are_cut(tmp_path: Path) -> None:
    uv = program(tmp_path, "head -c 9000 /dev/zero | tr '\\0' 'x' >&2; exit 2")
    assert len(reason(uv, tmp_path / "there")) < 400


def test_a_silent_failure_is_a_sentence_too(tmp_path: Path) -> None:
    assert "uv said nothing" in reason(program(tmp_path, "exit 1"), tmp_path / "there")


def test_an_installer_that_is_missing_is_named(tmp_path: Path) -> None:
    said = reason(tmp_path / "no-uv", tmp_path / "there")
    assert said == f"{tmp_path}/no-uv cannot be started (No such file or directory)."


def test_the_lock_is_that_of_the_project(tmp_path: Path) -> None:
    locked = (PROJECT / "uv.lock").read_text(encoding="utf-8")
    for name, version in {"rasa": "3.6.21", "tensorflow": "2.12.0"}.items():
        assert f'name = "{name}"\nversion = "{version}"' in locked
