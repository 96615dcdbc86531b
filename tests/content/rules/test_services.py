"""The file of services: what may be shown, and numbers that dial what they say."""

import pytest

from tests.content.small_folder import SmallFolder

FILE = "services.yml"
THIRD = """\
monika:
  kind: independent
  name: {fi: Monika, en: Monika}
  what: {fi: Apua., en: Help.}
  web: {fi: https://monika.example, en: https://monika.example}
  anonymous: unknown
  region: {fi: Suomi, en: Finland}
  tier: C
  checked: 2020
"""


@pytest.fixture
def with_third(folder: SmallFolder) -> SmallFolder:
    folder.write(FILE, folder.read(FILE) + THIRD)
    return folder


def test_a_service_of_tier_c_has_a_name_and_a_web_address(with_third: SmallFolder) -> None:
    assert with_third.problems() == []


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("phones", '  phones: [{number: 0800 05058, tel: "080005058", cost: free, on_bill: unknown}]'),
        ("email", "  email: a@monika.example"),
        ("hours", "  hours: {fi: Ma 9–16, en: Mon 9–16}"),
        ("languages", "  languages: {fi: Arabia, en: Arabic}"),
    ],
)
def test_a_service_of_tier_c_shows_nothing_that_was_not_verified(
    with_third: SmallFolder, field: str, line: str
) -> None:
    with_third.change(FILE, "  web: {fi: https://monika.example", f"{line}\n  web: {{fi: https://monika.example")
    problem = with_third.only_problem()
    assert problem.line == with_third.line_of(FILE, line)
    assert f"'monika' is of tier C (not verified), so '{field}' may not be shown" in problem.reason
    assert "set the tier to B" in problem.remedy


@pytest.mark.parametrize("tel", ["116007", "+358116006", "0116006"])
def test_a_number_dials_what_it_shows(folder: SmallFolder, tel: str) -> None:
    folder.change(FILE, 'tel: "116006"', f'tel: "{tel}"')
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, tel)
    assert f"'riku' shows 116 006 but dials {tel}" in problem.reason


def test_the_country_s_number_may_stand_for_the_first_zero(folder: SmallFolder) -> None:
    assert "number: 029 546 3177" in folder.read(FILE)
    assert 'tel: "+358295463177"' in folder.read(FILE)
    assert folder.problems() == []


def test_when_one_number_says_what_it_is_for_the_others_do_too(folder: SmallFolder) -> None:
    folder.change(FILE, "cost: normal, on_bill: unknown", "cost: normal, on_bill: unknown, label: {fi: Yö, en: Night}")
    problem = folder.only_problem()
    assert problem.line == folder.line_of(FILE, "116 006") - 1
    assert "do not say what they are for" in problem.reason


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("kind: independent", "kind: ngo", "'kind' cannot be 'ngo'"),
        ("tier: B", "tier: D", "'tier' cannot be 'D'"),
        ("anonymous: yes", "anonymous: maybe", "'anonymous' cannot be 'maybe'"),
        ("cost: normal", "cost: cheap", "'cost' cannot be 'cheap'"),
        ("{number: 116 006", "{number: 116 006 call", "'number': This is not a phone number"),
        ("help@riku.example", "help at riku", "'email': This is not an e-mail address"),
        ("https://www.riku.example/fi", "http://www.riku.example/fi", "'fi': The web address does not begin"),
        ("hours: {fi: Ma–pe 9–20, en", "hours: {en", "The text is missing in 'fi'"),
        ("checked: 2024", "checked: new", "'checked': This is not a date"),
        ("  region: {fi: Suomi, en: Finland}\n  tier: B", "  tier: B", "'region' is missing"),
    ],
)
def test_a_wrong_field_is_named(folder: SmallFolder, old: str, new: str, reason: str) -> None:
    folder.change(FILE, old, new)
    problem = folder.only_problem()
    assert problem.file == FILE
    assert folder.line_of(FILE, "riku:") <= problem.line
    assert reason in problem.reason
