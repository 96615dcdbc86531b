"""Each form takes what it says, and tells an operator what to write instead of anything else."""

from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.setting_forms import (
    SettingsInvalid,
    Unfit,
    https_address,
    networks,
    number_between,
    on_or_off,
    path,
    url_with,
    words,
)

FORMS: list[Callable[[str], object]] = [
    words, number_between(1, 9), on_or_off, path, url_with("http", "unix"), https_address, networks,
]  # fmt: skip


@given(text=st.text(max_size=80).filter(str.strip))
@pytest.mark.parametrize("form", FORMS)
def test_any_text_is_read_or_refused_with_a_remedy(form: Callable[[str], object], text: str) -> None:
    try:
        form(text.strip())
    except Unfit as unfit:
        assert str(unfit).count(".") >= 2


@pytest.mark.parametrize(("text", "read"), [("1", 1), ("9", 9), ("007", 7)])
def test_numbers(text: str, read: int) -> None:
    assert number_between(1, 9)(text) == read


@pytest.mark.parametrize("text", ["0", "10", "²", "1_0", "+1", "1e0", " 1", ""])
def test_no_numbers(text: str) -> None:
    with pytest.raises(Unfit):
        number_between(1, 9)(text)


@pytest.mark.parametrize(("text", "read"), [("on", True), ("OFF", False), ("Off", False)])
def test_switches(text: str, read: bool) -> None:
    assert on_or_off(text) is read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("http://rasa:5005/", "http://rasa:5005"),
        ("http://[::1]:5005", "http://[::1]:5005"),
        ("unix:///run/valkey.sock?db=1", "unix:///run/valkey.sock?db=1"),
    ],
)
def test_addresses(text: str, read: str) -> None:
    assert url_with("http", "unix")(text) == read


@pytest.mark.parametrize("text", ["http:/x", "http://:5005", "http://x:0", "http://x:99999", "//x", "x", "file:///x"])
def test_no_addresses(text: str) -> None:
    with pytest.raises(Unfit):
        url_with("http", "unix")(text)


@pytest.mark.parametrize(
    "text", ["https://a.fi/; script-src *", "https://a.fi/\tx", "https://a.fi,b.fi", "https://'self'"]
)
def test_an_address_cannot_widen_the_policy_that_it_stands_in(text: str) -> None:
    with pytest.raises(Unfit):
        https_address(text)


def test_proxies() -> None:
    assert networks("10.0.0.1") == (ip_network("10.0.0.1/32"),)
    assert networks("10.0.0.0/8 , ::1") == (ip_network("10.0.0.0/8"), ip_network("::1"))


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "python"
    link.symlink_to("/bin/sh")
    assert path(str(link)) == link
    assert path("relative").is_absolute()


def test_problems_are_told_one_a_line() -> None:
    error = SettingsInvalid(["LYHTY_A: wrong.", "LYHTY_B: wrong."])
    assert str(error) == "LYHTY_A: wrong.\nLYHTY_B: wrong."
    assert error.problems == ("LYHTY_A: wrong.", "LYHTY_B: wrong.")
