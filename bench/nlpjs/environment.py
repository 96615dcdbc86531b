"""Node and the packages that NLP.js needs, installed when they are asked for."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bench.left_out import ComparisonUnavailable

NAME = "NLP.js"
PROJECT = Path(__file__).parent
_DESCRIBING = ("package.json", "package-lock.json")
_QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
_READY = ".ready"
_SHOWN = 300  # characters of why npm failed


def node() -> str:
    """The program that runs NLP.js.

    Raises:
        ComparisonUnavailable: it is not on the path.
    """
    return _found("node")


def install(cache: Path, project: Path = PROJECT) -> Path:
    """Install the packages as locked; none of them runs a script of its own while being installed.

    Args:
        cache: folder of what can be made again.
        project: the folder of package.json and its lock.

    Returns:
        The folder with node_modules, one for each state of the lock.

    Raises:
        ComparisonUnavailable: npm is missing, or could not install them.
    """
    lock = (project / "package-lock.json").read_bytes()
    folder = cache / "nlpjs" / f"packages-{hashlib.sha256(lock).hexdigest()[:16]}"
    if (folder / _READY).exists():
        return folder
    command = [_found("npm"), "ci", *_QUIETLY]
    folder.mkdir(parents=True, exist_ok=True)
    for name in _DESCRIBING:
        shutil.copy(project / name, folder)
    print(f"Installing the packages of {NAME} (120 MB, once) …", file=sys.stderr)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = " ".join(done.stderr.split()) or "npm said nothing"
        raise ComparisonUnavailable(NAME, f"its packages could not be installed ({said[:_SHOWN]}).")
    (folder / _READY).touch()
    return folder


def _found(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise ComparisonUnavailable(NAME, f"{program} is missing. Install Node.js 18 or newer.")
    return path
