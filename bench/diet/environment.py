"""The environment that Rasa's default pipeline needs, installed when it is asked for."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bench.left_out import ComparisonUnavailable

ROOT = Path(__file__).parents[2]
PROJECT = Path(__file__).parent
FOLDER = ROOT / ".venvs" / "comparison"
_OWN_UV = ROOT / ".tools" / "uv" / "bin" / "uv"
NAME = "Rasa's default pipeline"


def install(uv: Path | None = None, folder: Path = FOLDER, project: Path = PROJECT) -> Path:
    """Install the environment, or see that it is there as locked, which needs no network.

    Args:
        uv: the program that installs; by default the project's own, else the one on the path.
        folder: where to.
        project: the folder of the pyproject.toml and its lock.

    Returns:
        Its Python.

    Raises:
        ComparisonUnavailable: it could not be installed.
    """
    command = [str(uv or _uv()), "sync", "--quiet", "--locked", "--project", str(project), "--python", sys.executable]
    if not folder.exists():
        print("Installing the environment of Rasa's default pipeline (2.4 GB, once) …", file=sys.stderr)
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder)}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    except OSError as error:
        raise ComparisonUnavailable(NAME, f"{command[0]} cannot be started ({error.strerror}).") from error
    if done.returncode != 0:
        said = " ".join(done.stderr.split()) or "uv said nothing"
        raise ComparisonUnavailable(NAME, f"its environment could not be installed ({said[:300]}).")
    return folder / "bin" / "python"


def _uv() -> str:
    found = str(_OWN_UV) if _OWN_UV.exists() else shutil.which("uv")
    if found is None:
        raise ComparisonUnavailable(NAME, "uv is missing. Install it with: make setup")
    return found
