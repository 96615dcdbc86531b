"""Settings come from the environment, and a wrong one is named with its remedy."""

from pathlib import Path

import pytest

from bot.settings import PROJECT, Settings, SettingsInvalid


def test_nothing_needs_to_be_set() -> None:
    settings = Settings.from_environment({})
    assert (settings.bind, settings.port) == ("127.0.0.1", 5005)
    assert settings.actions_url == "http://127.0.0.1:5055/webhook"
    assert settings.idle_seconds == 1800
    assert settings.content_dir == PROJECT / "content"
    assert settings.models_dir == PROJECT / "models"


def test_an_empty_value_counts_as_not_given() -> None:
    names = ("VALKEY_URL", "RASA_BIND", "RASA_PORT", "ACTIONS_URL", "IDLE_MINUTES", "CONTENT_DIR", "MODELS_DIR")
    empty = {f"LYHTY_{name}": "" for name in names}
    assert Settings.from_environment(empty) == Settings.from_environment({})


def test_all_can_be_set() -> None:
    settings = Settings.from_environment(
        {
            "LYHTY_VALKEY_URL": "valkey://store:6379",
            "LYHTY_RASA_BIND": "0.0.0.0",
            "LYHTY_RASA_PORT": "6005",
            "LYHTY_ACTIONS_URL": "http://actions:5055/webhook",
            "LYHTY_IDLE_MINUTES": "5",
            "LYHTY_CONTENT_DIR": "/srv/content",
            "LYHTY_MODELS_DIR": "/srv/models",
        }
    )
    assert settings == Settings(
        "valkey://store:6379",
        "0.0.0.0",
        6005,
        "http://actions:5055/webhook",
        300,
        Path("/srv/content"),
        Path("/srv/models"),
    )


def test_the_port_of_the_action_server_is_followed() -> None:
    assert Settings.from_environment({"LYHTY_ACTIONS_PORT": "7055"}).actions_url == "http://127.0.0.1:7055/webhook"


@pytest.mark.parametrize("name", ["LYHTY_RASA_PORT", "LYHTY_ACTIONS_PORT", "LYHTY_IDLE_MINUTES"])
@pytest.mark.parametrize("written", ["many", "0", "-1", "99999", "1.5"])
def test_a_number_that_is_none_is_named(name: str, written: str) -> None:
    with pytest.raises(SettingsInvalid, match=f"{name} is .* Set it to a whole number from 1 to"):
        Settings.from_environment({name: written})


def test_valkey_is_asked_for_where_it_is_needed() -> None:
    with pytest.raises(SettingsInvalid, match=r"LYHTY_VALKEY_URL is not set\. Set it to"):
        Settings.from_environment({}).with_valkey()
    settings = Settings.from_environment({"LYHTY_VALKEY_URL": "unix:///v.sock"})
    assert settings.with_valkey() is settings
