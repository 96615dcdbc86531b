"""The actions are those that the dialogue knows, each in a file of its own."""

from pathlib import Path

import yaml

from actions.server import ACTIONS

PROJECT = Path(__file__).parent.parent.parent


def test_they_are_those_of_the_domain() -> None:
    domain = yaml.safe_load((PROJECT / "bot" / "domain.yml").read_text())
    assert sorted(action().name() for action in ACTIONS) == sorted(domain["actions"])


def test_each_has_a_file_of_its_own() -> None:
    modules = [action.__module__.removeprefix("actions.") for action in ACTIONS]
    assert [action().name() for action in ACTIONS] == [f"action_{module}" for module in modules]
