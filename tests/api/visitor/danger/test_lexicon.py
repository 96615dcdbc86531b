"""Where groups of words occur."""

import pytest

from api.visitor.danger.lexicon import END, Lexicon, blank
from api.visitor.danger.words import Sentence, readings


def sentence(text: str) -> Sentence:
    return readings(text)[0][0]


def places(groups: dict[str, list[str]], text: str, *negatable: str) -> dict[str, dict[int, int]]:
    found = Lexicon(groups, frozenset(negatable)).places(sentence(text))
    del found[END]
    return found


def test_words_beginnings_and_phrases() -> None:
    groups = {"WEAPON": ["puuko*", "knife"], "NOW": ["right now"]}
    assert places(groups, "puukolla right now knife") == {"WEAPON": {1: 0b1001}, "NOW": {2: 0b10}}


def test_a_beginning_inside_a_phrase() -> None:
    assert places({"SOLD": ["sold to men*"]}, "sold to menfolk") == {"SOLD": {3: 0b1}}
    assert places({"SOLD": ["sold to men*"]}, "sold to women") == {}


def test_a_phrase_cut_by_the_end_is_none() -> None:
    assert places({"NOW": ["right now"]}, "right") == {}


def test_words_of_the_rules_are_compared_without_diacritics_and_apostrophes() -> None:
    assert places({"HE": ["hän"], "NOT": ["don't"]}, "han dont hän") == {"HE": {1: 0b101}, "NOT": {1: 0b10}}


def test_a_word_can_be_in_several_groups() -> None:
    assert places({"A": ["mut"], "B": ["mut", "mu*"]}, "mut") == {"A": {1: 0b1}, "B": {1: 0b1}}


def test_a_misspelt_long_word_counts_and_a_short_one_does_not() -> None:
    assert places({"A": ["suicide"]}, "sucide") == {"A": {1: 0b1}}
    assert places({"A": ["hits"]}, "hist") == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("not hits", False),
        ("not really ever hits", False),
        ("not a b c hits", True),
        ("not, hits", True),
        ("not now because he hits", True),
        ("hits not", True),
    ],
)
def test_negation_reaches_three_words_and_stops_at_a_clause_or_a_new_subject(text: str, found: bool) -> None:
    groups = {"HITS": ["hits"], "NOT": ["not"], "NEW_SUBJECT": ["he", "because"]}
    starts = places(groups, text, "HITS").get("HITS", {}).get(1, 0)
    assert (starts != 0) is found


def test_only_negatable_groups_are_negated() -> None:
    assert places({"ME": ["me"], "NOT": ["not"]}, "not me")["ME"] == {1: 0b10}


def test_the_end_stands_behind_the_last_word_and_before_each_clause() -> None:
    assert Lexicon({}).places(sentence("a b, c")) == {END: {0: 0b1100}}


def test_blanked_words_belong_to_no_group() -> None:
    blanked = blank(sentence("killing time"), 0b01)
    assert blanked.words[1] == "time"
    assert "KILL" not in Lexicon({"KILL": ["kill*"]}).places(blanked)
