from pathlib import Path

import pytest

import bot.understanding.plain
from bot.understanding.plain import bare, plain


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("Poliisi vei PASSIN", "poliisi vei passin"),
        ("pelkaan hanta", "pelkään häntä"),
        ("mä en tiiä", "minä en tiedä"),
        ("voiks mun lapset tulla", "voiko minun lapset tulla"),
        ("är jag offer", "ar jag offer"),
        ("a\u0308iti", "äiti"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_thing_come_together(spelling: str, other: str) -> None:
    assert plain(spelling) == plain(other)


@pytest.mark.parametrize("text", ["hän toi minut Suomeen", "missä maassa", "sit down", "not for me"])
def test_words_that_only_look_spoken_stay(text: str) -> None:
    assert plain(text) == text.replace("ä", "a").lower()


def test_punctuation_is_a_part_of_its_own_and_is_not_bare() -> None:
    assert plain("passi,lupa?!") == "passi , lupa ? !"
    assert bare("passi,lupa?!") == "passi lupa"
    assert bare("?!…") == ""


@pytest.mark.parametrize("text", ["Я не знаю", "لا أعرف", "我不知道"])
def test_other_scripts_keep_their_words(text: str) -> None:
    assert len(bare(text).split()) == len(text.split())


def test_the_table_maps_no_written_form_on_to_another() -> None:
    path = Path(str(bot.understanding.plain.__file__)).with_name("spoken_finnish.txt")
    pairs = [line.split(" → ") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(len(pair) == 2 and pair[0] != pair[1] for pair in pairs)
    spoken = [pair[0] for pair in pairs]
    assert len(spoken) == len(set(spoken))
    assert not set(spoken) & {word for pair in pairs for word in pair[1].split()}
