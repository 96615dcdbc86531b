"""What a danger is made of: urgency, negation, time, and however it is typed."""

import pytest

from api.visitor.danger import KINDS, Danger, find_danger
from api.visitor.danger.matcher import _BOOKS, matching_rules
from api.visitor.danger.rulebook import Rule

_RULES = [rule for book in _BOOKS for rule in book.rules]


def kind_of(text: str) -> str | None:
    danger = find_danger(text)
    return danger.kind if danger else None


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: f"{rule.danger}: {rule.example}")
def test_every_rule_finds_its_own_example(rule: Rule) -> None:
    assert rule in list(matching_rules(rule.example))


def test_every_kind_has_rules_in_finnish_english_and_the_short_list() -> None:
    assert len(_BOOKS) == 3
    for book in _BOOKS:
        assert {rule.danger for rule in book.rules} == set(KINDS)


def test_the_most_urgent_kind_comes_first() -> None:
    assert find_danger("I am 15. He raped me. He is at the door with a knife. I want to die.") == Danger(
        "immediate-danger", ("immediate-danger", "self-harm", "under-18", "sexual-violence")
    )


def test_a_minor_is_told_first_who_must_report() -> None:
    danger = find_danger("olen 15 ja mut raiskattiin eilen")
    assert danger is not None
    assert danger.kind == "under-18"
    assert "sexual-violence" in danger.kinds


@pytest.mark.parametrize(
    "text",
    [
        "HÄN KURISTAA MINUA",
        "hän kuristaa minua",
        "han kuristaa minua",
        "Hän  kuristaa\tminua!!!",
        "hän ku\u200bristaa minua",
        "hän kuris\u00adtaa minua",
        "hän kuristaaaaa minua",
        "ｈän ｋuristaa ｍinua",
        "ha\u0308n kuristaa minua",
        "hän...kuristaa minua",
        "Hei. Voitteko auttaa? Hän kuristaa minua. Kiitos.",
        "kysymys passista\nhän kuristaa minua",
    ],
)
def test_however_it_is_typed(text: str) -> None:
    assert kind_of(text) == "immediate-danger"


@pytest.mark.parametrize(
    "text", ["he is strangeling me", "he is stragling me", "im thinking about suicdie", "he is tortruing me"]
)
def test_one_slip_of_the_finger(text: str) -> None:
    assert find_danger(text) is not None


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("he hits me", "he never hits me"),
        ("hän lyö minua", "hän ei lyö minua"),
        ("I want to die", "I do not want to die"),
        ("haluan kuolla", "en halua kuolla"),
        ("I am in danger", "I am not in danger"),
        ("olen vaarassa", "en ole vaarassa"),
        ("he raped me", "he never raped me"),
        ("я хочу умереть", "я не хочу умереть"),
    ],
)
def test_what_is_denied_is_no_danger(said: str, denied: str) -> None:
    assert find_danger(said) is not None
    assert find_danger(denied) is None


@pytest.mark.parametrize(
    "text",
    [
        "I cannot leave, he beats me",
        "if i dont bring money he beats me",
        "jos en maksa, ne hakkaa mut",
        "en tiedä mitä tehdä mies hakkaa mua",
        "please dont kill me",
        "älkää tappako minua",
        "he does not stop hitting me",
    ],
)
def test_a_denial_of_something_else_hides_no_danger(text: str) -> None:
    assert kind_of(text) == "immediate-danger"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("he beat me ten years ago", "he beat me ten years ago and today again"),
        ("minut raiskattiin vuonna 2014", "minut raiskattiin vuonna 2014 ja taas eilen"),
        ("mies löi minua viisi vuotta sitten", "mies löi minua viisi vuotta sitten ja nyt taas"),
    ],
)
def test_what_is_long_ago_is_no_danger_unless_it_goes_on(old: str, new: str) -> None:
    assert find_danger(old) is None
    assert find_danger(new) is not None


def test_what_was_long_ago_does_not_hide_the_next_sentence() -> None:
    assert kind_of("I came two years ago. Now he is beating me.") == "immediate-danger"


@pytest.mark.parametrize("age", ["15", "fifteen", "15 years old", "15y", "only 15"])
def test_an_age_below_18_is_a_minor_in_english(age: str) -> None:
    assert kind_of(f"I am {age} and a man sells me") == "under-18"


@pytest.mark.parametrize("age", ["15", "15-vuotias", "15v", "viisitoista", "vasta 15", "alaikäinen"])
def test_an_age_below_18_is_a_minor_in_finnish(age: str) -> None:
    assert kind_of(f"olen {age} ja mies myy minua") == "under-18"


@pytest.mark.parametrize(
    "text",
    [
        "olen 25 ja mies myy autoja",
        "I am 18 and I work in a bar",
        "I am 17 weeks pregnant",
        "I'm 15 minutes late",
        "olen 16 kilometrin päässä",
        "I was 16 when I came, now I am 30",
        "teen 12 tuntia päivässä",
    ],
)
def test_other_numbers_are_no_age_below_18(text: str) -> None:
    assert find_danger(text) is None


def test_parts_of_a_danger_may_stand_in_different_sentences() -> None:
    assert kind_of("Olen 16. Asun sedän luona. Hän vie rahat ja pakottaa minut kerjäämään.") == "under-18"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "?", "0", "🙏", "\u200b"])
def test_nothing_in_nothing(text: str) -> None:
    assert find_danger(text) is None


def test_wrong_is_not_in_danger() -> None:
    assert find_danger("olen väärässä") is None
    assert find_danger("olen väärässä paikassa") is None
    assert kind_of("olen vaarassa") == "immediate-danger"
