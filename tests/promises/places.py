"""Everywhere that a visitor's word could have been left, and every form in which it could lie there."""

import base64
import json
import re
import secrets
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from bench.running import ROOT, RunningLyhty

_SKIPPED = {".venvs", ".tools", ".git", "models", "tests"}
_CHUNK = 8 * 1024 * 1024


def planted_word() -> str:
    """A word that stands nowhere else: 24 letters, so that no filter takes it for a number or a code."""
    return "".join(secrets.choice("bcdfghjklmnpqrstvwxz") for _ in range(24))


def forms(word: str) -> dict[str, bytes]:
    """The word's bytes as they could be written somewhere; base64 in its three alignments."""
    plain = word.encode()
    aligned = {
        f"base64+{shift}": base64.b64encode(b"\0" * shift + plain)[4 if shift else 0 : -4] for shift in (0, 1, 2)
    }
    return {
        "utf-8": plain,
        "utf-16": word.encode("utf-16-le"),
        "utf-32": word.encode("utf-32-le"),
        "json": json.dumps(word)[1:-1].encode(),
        "url": urllib.parse.quote(word).encode(),
        "hex": plain.hex().encode(),
        **aligned,
    }


def found_in(data: bytes, word: str) -> set[str]:
    return {name for name, form in forms(word).items() if form in data}


def hits(lyhty: RunningLyhty, word: str, since: float) -> dict[str, set[str]]:
    """Where the word lies outside the processes' memory.

    Args:
        lyhty: the running whole.
        word: a planted word.
        since: files changed after this time (seconds since 1970) are looked at.
    """
    places = {"log": found_in(lyhty.output.read_bytes(), word), "valkey": found_in(everything_in(lyhty.valkey()), word)}
    for path in files_changed(since):
        places[str(path)] = found_in(path.read_bytes(), word)
    return {place: found for place, found in places.items() if found}


def everything_in(client: Any) -> bytes:
    """Every key and value of the store, as bytes."""
    return b"\n".join(part for key in client.scan_iter("*") for part in (key, *values_of(client, key)))


def values_of(client: Any, key: bytes) -> list[bytes]:
    kind = client.type(key)
    if kind == b"string":
        return [client.get(key) or b""]
    if kind == b"hash":
        return [part for pair in client.hgetall(key).items() for part in pair]
    if kind == b"list":
        return list(client.lrange(key, 0, -1))
    if kind == b"set":
        return list(client.smembers(key))
    if kind == b"zset":
        return [
            part for name, score in client.zrange(key, 0, -1, withscores=True) for part in (name, repr(score).encode())
        ]
    return []


def files_changed(since: float) -> Iterator[Path]:
    """Files of the project and of the temporary folders that were written since."""
    for folder in (ROOT, Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")):
        for path in folder.rglob("*"):
            skipped = folder == ROOT and path.relative_to(ROOT).parts[0] in _SKIPPED
            if not skipped and _is_readable_file(path) and path.stat().st_mtime >= since:
                yield path


def _is_readable_file(path: Path) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and path.stat().st_size < 200_000_000
    except OSError:
        return False


def in_memory(pid: int, word: str) -> int:
    """How many times the word lies in a process's memory, in any form (needs root)."""
    counted = 0
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _writable_areas(pid):
            data = _read_area(memory, start, end)
            counted += sum(len(re.findall(re.escape(form), data)) for form in set(forms(word).values()))
    return counted


def _writable_areas(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        area, rights = line.split()[:2]
        if rights.startswith("rw"):
            start, end = (int(number, 16) for number in area.split("-"))
            yield start, end


def _read_area(memory: BinaryIO, start: int, end: int) -> bytes:
    data = b""
    try:
        memory.seek(start)
        while start + len(data) < end:
            piece = memory.read(min(_CHUNK, end - start - len(data)))
            if not piece:
                break
            data += piece
    except OSError:
        return data
    return data
