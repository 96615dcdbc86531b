"""A process that was hardened cannot be dumped."""

import resource
import subprocess
import sys
from pathlib import Path

from process.hardening import swap_in_use


def _in_a_new_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_hardened_process_is_not_dumpable() -> None:
    code = "import process.hardening as h; before = h.is_dumpable(); h.harden(); print(before, h.is_dumpable())"
    assert _in_a_new_process(code) == "True False"


def test_a_hardened_process_has_no_core_limit_and_its_children_neither() -> None:
    child = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
    code = (
        f"import process.hardening as h, subprocess, sys; h.harden(); subprocess.run([sys.executable, '-c', {child!r}])"
    )
    assert _in_a_new_process(code) == "(0, 0)"
    assert resource.getrlimit(resource.RLIMIT_CORE) is not None


def test_swap_is_seen(tmp_path: Path) -> None:
    table = tmp_path / "swaps"
    table.write_text("Filename Type Size Used Priority\n/dev/sda2 partition 1000 0 -2\n")
    assert swap_in_use(table)
    table.write_text("Filename Type Size Used Priority\n")
    assert not swap_in_use(table)
    assert not swap_in_use(tmp_path / "missing")
