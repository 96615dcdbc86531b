"""Sentences and words as a reader counts them."""

import pytest

from content.plain_language import average, sentences, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two. Three.", 3),
        ("One! Two? Three… Four", 4),
        ("No stop at the end", 1),
        ("", 0),
        ("  \n ", 0),
        ("It says: one; two, three.", 1),
        ('"Say this." Then that.', 2),
        ("**You can call.** It is free.", 2),
        ("Ask e.g. RIKU or a lawyer.", 1),
        ("Soita esim. RIKUun.", 1),
        ("Laki tuli voimaan 1. tammikuuta.", 1),
        ("Since 1.1.2023 it is so.", 1),
        ("See 52 b § and 81 a.5 § of the Act.", 1),
        ("Call {phone:riku}. It is free.", 2),
        ("Osaatko suomea? Jos et, sano se.", 2),
        ("The answer is no. You can still ask.", 2),
        ("هل أنت في خطر؟ اتصل الآن.", 2),
    ],
)
def test_counts_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_nothing_is_lost_between_sentences() -> None:
    text = "First one. Second one! Third?"
    assert " ".join(sentences(text)) == text


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("You can call now.", 4),
        ("Call {phone:assistance-system} now.", 3),
        ("It's the employer's fault.", 4),
        ("Ihmiskaupan-vastainen työ", 2),
        ("Mon–Fri 9–20", 2),
        ("First – second", 2),
        ("**Bold** words, (and more).", 4),
        ("", 0),
    ],
)
def test_counts_words(sentence: str, count: int) -> None:
    assert word_count(sentence) == count


def test_the_average_of_nothing_is_zero() -> None:
    assert average([]) == 0
    assert average([10, 20]) == 15
