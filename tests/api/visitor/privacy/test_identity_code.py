"""Finnish personal identity codes. The codes are fictional: numbers from 900 are given to nobody (dvv.fi)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.visitor.privacy import mask

_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_SIGNS = "+-ABCDEFYXWVU"


def code(date: str = "010594", sign: str = "-", number: str = "903") -> str:
    return f"{date}{sign}{number}{_CHECK[int(date + number) % 31]}"


@pytest.mark.parametrize("sign", _SIGNS)
def test_every_century_sign(sign: str) -> None:
    assert mask(f"hetuni on {code(sign=sign)}.").text == "hetuni on [identity code]."


@pytest.mark.parametrize(
    "official",
    [
        "010594Y9032",
        "020594X903P",
        "030594W903B",
        "040594V9030",
        "050594U903M",
        "010516B903X",
        "020516C903K",
        "020503F9037",
    ],
)
def test_the_examples_of_the_registry(official: str) -> None:
    assert mask(official).kinds == ["identity-code"]


@given(
    st.dates().map(lambda day: day.strftime("%d%m%y")),
    st.sampled_from(_SIGNS),
    st.integers(2, 999).map(lambda number: f"{number:03}"),
    st.sampled_from([str.upper, str.lower]),
)
def test_every_right_code_is_masked(date: str, sign: str, number: str, case: object) -> None:
    written = code(date, sign, number)
    written = written.lower() if case is str.lower else written
    assert mask(f"koodi {written} kiitos").text == "koodi [identity code] kiitos"


@pytest.mark.parametrize(
    "written",
    [
        "010594-9032",
        "010594 - 9032",
        "010594 9032",
        "01 05 94 - 903 2",
        "01.05.94-9032",
        "0105949032",
        "010594–9032",
        "010594−9032",
        "010594y9032",
        "０１０５９４-９０３２",
        "010594\u200b-9032",
    ],
)
def test_however_it_is_written(written: str) -> None:
    assert mask(f"tunnus on {written}").text == "tunnus on [identity code]"


def test_a_mistyped_code_is_masked_too() -> None:
    assert mask("010594-9039").kinds == ["identity-code"]


@pytest.mark.parametrize(
    "no_code",
    [
        "99.99.2024",
        "991394-9032",
        "320594-9032",
        "1.1.2023-31.12.2024",
        "010594-90",
        "X010594-9032",
        "010594-9032X",
        "52 b 301/2004",
    ],
)
def test_what_is_none(no_code: str) -> None:
    assert "identity-code" not in mask(no_code).kinds


def test_digits_alone_need_the_right_check() -> None:
    assert "identity-code" not in mask("0105949039").kinds
