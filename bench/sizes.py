"""How large things are: processes in memory, folders on disk, pages on the wire."""

import re
from pathlib import Path

import httpx


def resident_megabytes(pid: int) -> float:
    """Memory of a process that is in use now (VmRSS of proc(5)), in MB of 10⁶ bytes."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) * 1024 / 1e6 if found else 0.0


def folder_megabytes(folder: Path) -> float:
    """Files below a folder, links not followed and hard links counted once, in MB of 10⁶ bytes."""
    found = {(s.st_dev, s.st_ino): s.st_blocks * 512 for s in (path.lstat() for path in folder.rglob("*"))}
    return sum(found.values()) / 1e6


def first_view_bytes(address: str) -> int:
    """What a visitor loads to see the first page: HTML, style sheets and scripts, as sent when gzip is accepted."""
    with httpx.Client(base_url=address, headers={"Accept-Encoding": "gzip"}) as client:
        page = client.get("/")
        linked = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js)[^"]*)"', page.text)
        return _sent_bytes(client, "/") + sum(_sent_bytes(client, path) for path in sorted(set(linked)))


def _sent_bytes(client: httpx.Client, path: str) -> int:
    with client.stream("GET", path) as answer:
        answer.raise_for_status()
        return sum(len(piece) for piece in answer.iter_raw())
