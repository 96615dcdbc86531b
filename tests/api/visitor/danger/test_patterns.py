"""The language that the rules are written in."""

import pytest

from api.visitor.danger.lexicon import Lexicon
from api.visitor.danger.patterns import PatternInvalid, Step, parse
from api.visitor.danger.words import Sentence

_GROUPS = {"HE": ["he", "the man"], "HITS": ["hit*"], "ME": ["me"], "with": ["with"], "knife": ["knife"]}


def covered(pattern: str, text: str) -> list[str]:
    """The words that the pattern uses in the text."""
    words = tuple(text.split())
    bits = parse(pattern).covers(Lexicon(_GROUPS).places(Sentence(words, 0)))
    return [word for place, word in enumerate(words) if bits >> place & 1]


def test_reads_steps_and_gaps() -> None:
    pattern = parse("HE ..3 HITS|BEATS ME")
    assert pattern.sequences == ((Step(("HE",), 0), Step(("HITS", "BEATS"), 3), Step(("ME",), 0)),)
    assert pattern.names == {"HE", "HITS", "BEATS", "ME"}


@pytest.mark.parametrize("text", ["", "..2 ME", "HE ..2", "HE &  within 3", "HE & ME", " & within 2"])
def test_refuses_what_it_cannot_read(text: str) -> None:
    with pytest.raises(PatternInvalid):
        parse(text)


def test_the_refusal_names_the_pattern() -> None:
    with pytest.raises(PatternInvalid, match=r"HE \.\.2"):
        parse("HE ..2")


def test_words_in_order() -> None:
    assert covered("HE HITS ME", "he hits me") == ["he", "hits", "me"]
    assert covered("HE HITS ME", "me hits he") == []


def test_a_gap_lets_so_many_words_between_and_no_more() -> None:
    assert covered("HE ..2 HITS", "he now often hits") == ["he", "hits"]
    assert covered("HE ..2 HITS", "he now and then hits") == []
    assert covered("HE HITS", "he often hits") == []


def test_a_phrase_counts_as_one_step() -> None:
    assert covered("HE HITS", "the man hits") == ["the", "man", "hits"]


def test_either_of_several() -> None:
    assert covered("HE|ME HITS", "me hits") == ["me", "hits"]


def test_any_order_within_so_many_words_of_the_first() -> None:
    assert covered("HITS & ME within 2", "me he hits") == ["me", "hits"]
    assert covered("HITS & ME within 2", "hits a b c me") == []


def test_a_sequence_can_be_one_of_the_parts() -> None:
    assert covered("with knife & HE within 3", "he comes with knife") == ["he", "with", "knife"]
    assert covered("with knife & HE within 3", "he comes with a knife") == []


def test_every_part_must_be_near_the_same_place() -> None:
    assert covered("HITS & ME & HE within 1", "hits me a b c d hits he") == []


def test_only_the_words_of_a_match_are_used() -> None:
    assert covered("HE ..1 HITS ME", "me he hits me he") == ["he", "hits", "me"]


def test_the_end_of_a_sentence_is_a_step_without_a_word() -> None:
    assert covered("HITS END", "he hits") == ["hits"]
    assert covered("HITS END", "hits me") == []


def test_the_end_of_a_clause_too() -> None:
    words = Sentence(("he", "hits", "me"), 0b100)
    assert parse("HITS END").covers(Lexicon(_GROUPS).places(words)) == 0b010


def test_matches_at_several_places_are_taken_together() -> None:
    assert covered("HE HITS", "he hits a he hits") == ["he", "hits", "he", "hits"]
