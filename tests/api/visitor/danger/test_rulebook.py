"""Rule files: what they may hold, and how their parts work together."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from api.visitor.danger.patterns import PatternInvalid
from api.visitor.danger.rulebook import RuleBook, RuleFile, RulesInvalid, load
from api.visitor.danger.words import readings, whole

_FILE = """
about: a small file
languages: [en]
groups:
  HE: [he]
  HITS: [hits, kills]
  ME: [me]
  FILM: [film]
  NOW: [now]
  AGO: [ago]
negatable: [HITS]
idioms:
  - kills time
meanings:
  PAST: {says: [AGO], unless: [NOW]}
  PERSON: {says: [HE, my friend]}
unless: [FILM, PAST]
rules:
  - {danger: immediate-danger, example: he hits me, says: [PERSON ..1 HITS ..1 ME, no means no]}
  - {danger: self-harm, example: film, says: [FILM], unless: []}
  - {danger: under-18, example: he. me, says: [HE & ME within 3], whole_message: true}
"""


@pytest.fixture
def book(tmp_path: Path) -> RuleBook:
    return load(written(tmp_path, _FILE))


def written(folder: Path, text: str) -> Path:
    path = folder / "rules.yml"
    path.write_text(text, encoding="utf-8")
    return path


def dangers(book: RuleBook, text: str, scope: bool = False) -> set[str]:
    sentence = whole(readings(text)[0])
    return {rule.danger for rule in book.matching(sentence, (scope,))}


def test_finds_what_a_rule_says(book: RuleBook) -> None:
    assert dangers(book, "he hits me") == {"immediate-danger"}
    assert dangers(book, "me hits he") == set()


def test_words_that_yaml_takes_for_truth_values_stay_words(book: RuleBook) -> None:
    assert dangers(book, "no means no") == {"immediate-danger"}


def test_a_meaning_stands_for_its_patterns(book: RuleBook) -> None:
    assert dangers(book, "my friend hits me") == {"immediate-danger"}


def test_the_exceptions_of_the_file_silence_a_rule(book: RuleBook) -> None:
    assert "immediate-danger" not in dangers(book, "he hits me in a film")


def test_a_rule_can_have_its_own_exceptions(book: RuleBook) -> None:
    assert dangers(book, "a film") == {"self-harm"}


def test_a_meaning_can_have_exceptions(book: RuleBook) -> None:
    assert dangers(book, "he hits me long ago") == set()
    assert dangers(book, "he hits me long ago and now") == {"immediate-danger"}


def test_words_of_an_idiom_count_no_more(book: RuleBook) -> None:
    assert dangers(book, "he kills me") == {"immediate-danger"}
    assert dangers(book, "he kills time me") == set()


def test_rules_for_the_whole_message_run_only_then(book: RuleBook) -> None:
    assert dangers(book, "he sees me") == set()
    assert dangers(book, "he sees me", scope=True) == {"under-18"}


@pytest.mark.parametrize("place", ["says: [FILM]", "unless: [FILM, PAST]", "says: [AGO]"])
def test_an_unknown_group_is_refused_by_name(tmp_path: Path, place: str) -> None:
    broken = _FILE.replace(place, place.replace("[", "[TYPO, "))
    assert broken != _FILE
    with pytest.raises(RulesInvalid, match="TYPO"):
        load(written(tmp_path, broken))


def test_a_broken_pattern_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PatternInvalid):
        load(written(tmp_path, _FILE.replace("HE & ME within 3", "HE & ME")))


@pytest.mark.parametrize(("old", "new"), [("about:", "abuot:"), ("self-harm", "sadness"), ("example:", "exemple:")])
def test_a_file_of_another_form_is_refused(tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(ValidationError):
        load(written(tmp_path, _FILE.replace(old, new)))


def test_a_book_keeps_nothing_of_a_message(book: RuleBook) -> None:
    before = {name: repr(value) for name, value in vars(book).items() if name != "_lexicon"}
    dangers(book, "he hits me zebra")
    assert {name: repr(value) for name, value in vars(book).items() if name != "_lexicon"} == before
    assert "zebra" not in repr(vars(vars(book)["_lexicon"]))


def test_the_form_of_a_file_is_frozen() -> None:
    file = RuleFile(about="", languages=("en",), groups={}, rules=())
    with pytest.raises(ValidationError):
        file.about = "other"
