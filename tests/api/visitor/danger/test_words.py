"""A message cut into sentences of plain words."""

import pytest

from api.visitor.danger.words import Sentence, plain_word, readings, whole


def words(text: str) -> list[list[str]]:
    return [list(sentence.words) for sentence in readings(text)[0]]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("HÄN LYÖ", ["han", "lyo"]),
        ("ha\u0308n", ["han"]),
        ("ｋｎｉｆｅ", ["knife"]),
        ("kn\u200bi\u00adfe", ["knife"]),
        ("don't dont don’t", ["dont", "dont", "dont"]),
        ("olen 15v", ["olen", "15", "v"]),
        ("15-vuotias", ["15", "vuotias"]),
        ("Straße", ["strasse"]),
        ("бьёт", ["бьет"]),
        ("أريد", ["اريد"]),
        ("عمري ١٥", ["عمري", "15"]),
        ("حـــب", ["حب"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_made_plain(text: str, plain: list[str]) -> None:
    assert words(text) == [plain]


def test_sentences_end_at_full_stops_marks_and_lines() -> None:
    assert words("a b. c! d? e\nf") == [["a", "b"], ["c"], ["d"], ["e"], ["f"]]


def test_dots_and_commas_begin_a_clause_only() -> None:
    assert readings("a, b... c")[0] == [Sentence(("a", "b", "c"), 0b110)]


@pytest.mark.parametrize("laugh", [":D", "xD", "😂", "🤣"])
def test_laughter_becomes_a_word(laugh: str) -> None:
    assert "haha" in words(f"he kills me {laugh}")[0]


def test_a_held_letter_is_read_as_two_and_as_one() -> None:
    assert [[s.words for s in reading] for reading in readings("tappaaaa")] == [[("tappaa",)], [("tappa",)]]


def test_without_a_held_letter_there_is_one_reading() -> None:
    assert len(readings("tappaa")) == 1


def test_wrong_keeps_its_dots() -> None:
    assert words("väärässä vaarassa") == [["wrongssa", "vaarassa"]]


def test_the_whole_message_is_one_sentence_of_several_clauses() -> None:
    assert whole(readings("a b. c, d")[0]) == Sentence(("a", "b", "c", "d"), 0b1101)


def test_a_flood_of_full_stops_makes_few_sentences() -> None:
    assert len(readings("a. " * 1_000)[0]) <= 61


def test_what_is_far_beyond_the_longest_message_is_not_read() -> None:
    assert sum(len(sentence.words) for sentence in readings("a " * 100_000)[0]) <= 4_000


def test_a_word_of_the_rules_is_made_plain_likewise() -> None:
    assert plain_word("Äiti's") == "aitis"
