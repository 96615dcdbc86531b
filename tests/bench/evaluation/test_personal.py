"""The figures about personal data, from the real filter and data that nobody has."""

from bench.evaluation import personal
from bench.evaluation.rows import Confided
from bench.evaluation.shares import Share
from bench.evaluation.tables import ALL

MAIL = "kalle.esimerkki@example.org"


def confided(text: str, *spans: tuple[str, str], language: str = "en") -> Confided:
    labels = [{"text": words, "kind": kind} for words, kind in spans]
    return Confided.model_validate({"lang": language, "text": text, "spans": labels})


def masked(*rows: Confided, kind: str = ALL) -> Share:
    return personal.tables(rows)["by_kind"].share(kind, "masked")


def test_what_is_masked_counts_by_its_kind() -> None:
    rows = [confided(f"write to {MAIL}", (MAIL, "email")), confided("the lamp is green", ("lamp", "name"))]
    tables = personal.tables(rows)
    assert tables["by_kind"].share("email", "masked") == Share(1, 1)
    assert tables["by_kind"].share("name", "masked") == Share(0, 1)
    assert tables["by_language"].share("en", "masked") == Share(1, 2)


def test_half_masked_is_not_masked() -> None:
    assert masked(confided(f"write to lamp {MAIL}", (f"lamp {MAIL}", "email"))) == Share(0, 1)


def test_a_comma_that_stays_tells_nothing() -> None:
    other = "liisa.esimerkki@example.org"
    assert masked(confided(f"{MAIL}, {other}", (f"{MAIL}, {other}", "email"))) == Share(1, 1)


def test_the_same_words_twice_are_two_things() -> None:
    row = confided(f"{MAIL} and again {MAIL}", (MAIL, "email"), (MAIL, "email"))
    assert masked(row) == Share(2, 2)
    assert personal.tables([row])["characters"].share(ALL, "masked_falsely") == Share(0, len("andagain"))


def test_one_label_for_words_that_stand_twice_leaves_the_second_unlabelled() -> None:
    row = confided(f"{MAIL} {MAIL}", (MAIL, "email"))
    letters = sum(character.isalnum() for character in MAIL)
    assert personal.tables([row])["characters"].share(ALL, "masked_falsely") == Share(letters, letters)


def test_texts_without_personal_data_are_to_stay_whole() -> None:
    rows = [confided("the lamp is green"), confided(f"so {MAIL}"), confided(f"so {MAIL}", (MAIL, "email"))]
    assert personal.tables(rows)["texts_without"].share(ALL, "masked_falsely") == Share(1, 2)


def test_languages_stand_apart() -> None:
    rows = [confided("the lamp is green"), confided(f"siis {MAIL}", language="fi")]
    tables = personal.tables(rows)
    assert tables["texts_without"].share("en", "masked_falsely") == Share(0, 1)
    assert tables["texts_without"].share("fi", "masked_falsely") == Share(1, 1)
    assert tables["characters"].share("en", "masked_falsely") == Share(0, len("thelampisgreen"))


def test_labels_are_found_in_words_made_readable() -> None:
    assert masked(confided(f"\r\n  write\x07 to {MAIL}", (MAIL, "email"))) == Share(1, 1)


def test_no_lines_give_no_figures() -> None:
    tables = personal.tables([])
    assert masked() == Share(0, 0)
    assert tables["characters"].share(ALL, "masked_falsely") == Share(0, 0)
