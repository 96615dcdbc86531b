"""Settings are read in one place; a wrong one is named with a reason and a remedy, and never repeated."""

import re
from ipaddress import ip_network
from pathlib import Path

import pytest

from api.settings import VARIABLES, Settings, SettingsInvalid

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def test_all_are_optional() -> None:
    settings = Settings.from_environment({"PATH": "/bin"})
    assert settings == Settings()
    assert (settings.visitor_port, settings.staff_port, settings.host) == (8000, 8001, "127.0.0.1")
    assert settings.limits and not settings.hsts and settings.valkey_url is None


def test_each_is_read() -> None:
    given = {
        "LYHTY_HOST": "0.0.0.0",
        "LYHTY_VISITOR_PORT": "9000",
        "LYHTY_STAFF_PORT": "9001",
        "LYHTY_VALKEY_URL": "unix:///run/valkey.sock",
        "LYHTY_RASA_URL": "http://rasa:5005/",
        "LYHTY_RASA_PORT": "6005",
        "LYHTY_ACTIONS_PORT": "6055",
        "LYHTY_CONTENT_DIR": "/srv/content",
        "LYHTY_LIMITS": "off",
        "LYHTY_ORGANISATION": "Testisäätiö",
        "LYHTY_LEAVE_URL": "https://example.org/weather",
        "LYHTY_IDLE_MINUTES": "20",
        "LYHTY_PROCESSES": "4",
        "LYHTY_TRUSTED_PROXY": "10.0.0.2, fd00::/8",
        "LYHTY_HSTS": "ON",
        "LYHTY_CACHE_DIR": "/srv/cache",
        "LYHTY_MODELS_DIR": "/srv/models",
        "LYHTY_BOT_PYTHON": "/srv/bot/bin/python",
    }
    assert given.keys() == VARIABLES.keys()
    assert Settings.from_environment(given) == Settings(
        host="0.0.0.0",
        visitor_port=9000,
        staff_port=9001,
        valkey_url="unix:///run/valkey.sock",
        rasa_url="http://rasa:5005",
        rasa_port=6005,
        actions_port=6055,
        content_dir=Path("/srv/content"),
        limits=False,
        organisation="Testisäätiö",
        leave_url="https://example.org/weather",
        idle_minutes=20,
        processes=4,
        trusted_proxies=(ip_network("10.0.0.2"), ip_network("fd00::/8")),
        hsts=True,
        cache_dir=Path("/srv/cache"),
        models_dir=Path("/srv/models"),
        bot_python=Path("/srv/bot/bin/python"),
    )


def test_an_empty_value_counts_as_not_given() -> None:
    assert Settings.from_environment({"LYHTY_VALKEY_URL": " ", "LYHTY_LIMITS": ""}) == Settings()


def test_rasas_port_alone_moves_its_address_too() -> None:
    assert Settings.from_environment({"LYHTY_RASA_PORT": "6005"}).rasa_url == "http://127.0.0.1:6005"


WRONG = {
    "LYHTY_HOST": ["a\nb", "x" * 200],
    "LYHTY_VISITOR_PORT": ["0", "65536", "-1", "80a", "٨٠٨٠", "8000.0"],
    "LYHTY_STAFF_PORT": ["x"],
    "LYHTY_VALKEY_URL": ["secret-password", "http://x", "unix://", "valkey://:secret-password@"],
    "LYHTY_RASA_URL": ["127.0.0.1:5005", "ftp://x", "http://", "http://x:secret-password"],
    "LYHTY_RASA_PORT": ["x"],
    "LYHTY_ACTIONS_PORT": ["x"],
    "LYHTY_LIMITS": ["yes", "0"],
    "LYHTY_LEAVE_URL": ["http://example.org", "https://", "https://x.org/;script-src *", "javascript:alert(1)"],
    "LYHTY_IDLE_MINUTES": ["0", "121", "half"],
    "LYHTY_PROCESSES": ["0", "65"],
    "LYHTY_TRUSTED_PROXY": ["proxy", "10.0.0.1/8", "*"],
    "LYHTY_HSTS": ["1"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_a_wrong_one_is_named_with_a_remedy_and_not_repeated(name: str, value: str) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        Settings.from_environment({name: value})
    (problem,) = refused.value.problems
    assert re.fullmatch(rf"{name}: .+\. .+\.", problem)
    assert "secret-password" not in str(refused.value)


def test_all_wrong_ones_are_named_at_once() -> None:
    with pytest.raises(SettingsInvalid) as refused:
        Settings.from_environment({"LYHTY_LIMITS": "maybe", "LYHTY_PROCESSES": "many"})
    assert len(refused.value.problems) == len(str(refused.value).splitlines()) == 2


def test_every_setting_stands_in_the_docs() -> None:
    assert set(VARIABLES) <= set(re.findall(r"`(LYHTY_[A-Z_]+)`", DOCS.read_text(encoding="utf-8")))
