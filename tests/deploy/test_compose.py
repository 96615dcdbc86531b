"""The compose file and the Dockerfiles keep in step with the settings, and publish only the visitor's gateway."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.serving.embedded_valkey import _SETTINGS

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILES = sorted((ROOT / "deploy").glob("*.Dockerfile"))


def test_every_setting_that_is_set_exists() -> None:
    texts = [path.read_text() for path in (*DOCKERFILES, ROOT / "docker-compose.yml")]
    named = {name for text in texts for name in re.findall(r"LYHTY_[A-Z_]+", text)}
    described = set(re.findall(r"`(LYHTY_[A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text()))
    assert named <= described


def test_only_the_visitors_gateway_is_published_and_only_on_this_machine() -> None:
    published = {name: part["ports"] for name, part in COMPOSE["services"].items() if "ports" in part}
    assert list(published) == ["visitor"]
    assert all(port.startswith("127.0.0.1:") for port in published["visitor"])


def test_only_the_visitors_gateway_is_on_a_network_with_a_way_out() -> None:
    outside = {name for name, part in COMPOSE["services"].items() if "outside" in part["networks"]}
    assert outside == {"visitor"}
    assert COMPOSE["networks"]["inside"]["internal"] is True


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_no_part_can_write_a_disk_or_a_core_file_or_use_swap(name: str) -> None:
    part = COMPOSE["services"][name]
    assert part["read_only"] is True
    assert part["ulimits"] == {"core": 0}
    assert part["mem_limit"] == part["memswap_limit"]
    assert part["cap_drop"] == ["ALL"]


@pytest.mark.parametrize("path", DOCKERFILES, ids=lambda path: path.name)
def test_no_image_runs_as_root(path: Path) -> None:
    users = re.findall(r"^USER (\S+)", path.read_text(), flags=re.MULTILINE)
    assert users and users[-1] not in {"root", "0"}


@pytest.mark.parametrize("path", DOCKERFILES, ids=lambda path: path.name)
def test_what_is_copied_exists(path: Path) -> None:
    copied = [words.split()[:-1] for words in re.findall(r"^COPY (?!--from)(.+)", path.read_text(), flags=re.MULTILINE)]
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []


def test_the_gateways_image_has_nothing_of_the_bots_environment() -> None:
    text = (ROOT / "deploy" / "gateway.Dockerfile").read_text()
    assert "--group gateway" in text
    assert "--group bot" not in text


def test_the_containers_valkey_forgets_like_the_embedded_one() -> None:
    """The same settings, but for where it listens and how much it may hold."""
    own = {"port", "unixsocket", "unixsocketperm", "dir", "bind", "protected-mode", "maxmemory"}
    container = _directives((ROOT / "deploy" / "valkey.conf").read_text())
    embedded = _directives(_SETTINGS)
    assert {d for d in container ^ embedded if d.split()[0] not in own} == set()


def _directives(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")}
