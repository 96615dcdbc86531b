"""Settings of the action server."""

import pytest

from actions.settings import Settings, SettingsInvalid


def test_nothing_needs_to_be_set() -> None:
    for environment in ({}, {"LYHTY_ACTIONS_BIND": "", "LYHTY_ACTIONS_PORT": ""}):
        assert Settings.from_environment(environment) == Settings("127.0.0.1", 5055)


def test_all_can_be_set() -> None:
    environment = {"LYHTY_ACTIONS_BIND": "0.0.0.0", "LYHTY_ACTIONS_PORT": "7055"}
    assert Settings.from_environment(environment) == Settings("0.0.0.0", 7055)


@pytest.mark.parametrize("written", ["many", "0", "65536", "-5"])
def test_a_port_that_is_none_is_named(written: str) -> None:
    with pytest.raises(SettingsInvalid, match=r"LYHTY_ACTIONS_PORT is .* Set it to a whole number from 1 to 65535"):
        Settings.from_environment({"LYHTY_ACTIONS_PORT": written})
