"""`python -m content check`, run as an editor or a server runs it."""

import subprocess
import sys

from tests.content.conftest import REAL_CONTENT
from tests.content.small_folder import TOPIC, SmallFolder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "content", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=REAL_CONTENT.parent)


def test_says_that_good_content_can_go_live(folder: SmallFolder) -> None:
    done = run("check", str(folder.path))
    assert done.returncode == 0
    assert "The content can go live." in done.stdout


def test_says_what_is_wrong_and_ends_with_1(folder: SmallFolder) -> None:
    folder.change(f"en/{TOPIC}.md", "services: [emergency, riku]", "services: [emergency, rikuu]")
    done = run("check", str(folder.path))
    assert done.returncode == 1
    assert f"ERROR en/{TOPIC}.md, line {folder.line_of(f'en/{TOPIC}.md', 'rikuu')}" in done.stdout
    assert "no service 'rikuu' in services.yml" in done.stdout
    assert done.stderr == ""


def test_checks_the_product_s_own_content_by_default() -> None:
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "The content can go live." in done.stdout


def test_the_bot_s_environment_reads_the_same_content() -> None:
    """The content is imported on both sides of the wire, with other packages around it."""
    python = REAL_CONTENT.parent / ".venvs/bot/bin/python"
    done = subprocess.run(
        [python, "-m", "content", "check"], capture_output=True, text=True, check=False, cwd=REAL_CONTENT.parent
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == run("check").stdout


def test_a_wrong_call_says_how_to_call_it() -> None:
    done = run("chekc")
    assert done.returncode == 2
    assert "check" in done.stderr
