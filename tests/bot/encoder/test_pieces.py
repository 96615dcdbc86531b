import gc
from types import ModuleType

import pytest

from bot.encoder.pieces import WordPieces

# By the package tokenizers 0.23.3, from the same vocabulary with the model's own steps before it (Metaspace, no cache).
KNOWN = {
    "query: Where is my passport?": [0, 41, 1294, 12, 78662, 83, 759, 452, 10033, 32, 2],
    "query: pomo vei mun passin": [0, 41, 1294, 12, 32521, 10092, 4829, 452, 1596, 2],
    "query: Я не знаю, куда обратиться.": [0, 41, 1294, 12, 1509, 77, 19458, 4, 36182, 96364, 5, 2],
    "query: أين يمكنني؟": [0, 41, 1294, 12, 155138, 9959, 4714, 1245, 2],
    "query: en oo saanu palkkaa 3 kk 😀 𒀀𒀁": [
        *[0, 41, 1294, 12, 22, 806, 18384, 34, 110829, 11, 138, 6, 3218, 21119, 6, 3, 2],
    ],
}


@pytest.mark.parametrize("text", KNOWN)
def test_pieces_are_those_of_the_package_tokenizers(pieces: WordPieces, text: str) -> None:
    assert pieces.numbers(text) == KNOWN[text]


def test_spaces_of_any_kind_and_number_are_one(pieces: WordPieces) -> None:
    assert pieces.numbers("a\t b\u00a0\n c") == pieces.numbers("a b c")


def test_full_width_letters_are_letters(pieces: WordPieces) -> None:
    assert pieces.numbers("ｐｏｌｉｉｓｉ") == pieces.numbers("poliisi")


def test_a_control_piece_typed_by_a_visitor_is_text(pieces: WordPieces) -> None:
    middle = pieces.numbers("<s> </s> <pad> <mask>")[1:-1]
    assert not set(middle) & {0, 1, 2, 250001}


def test_unknown_characters_in_a_row_are_one_piece(pieces: WordPieces) -> None:
    assert pieces.numbers("𒀀𒀁𒀂𒀃").count(3) == 1


def test_nothing_of_a_text_is_remembered(pieces: WordPieces) -> None:
    pieces.numbers("plantedword plantedwords")
    assert "▁police" in _strings_held_by(pieces)  # the search finds what is there
    assert not [text for text in _strings_held_by(pieces) if "planted" in text]


def _strings_held_by(owner: object) -> set[str]:
    seen: dict[int, object] = {id(owner): owner}
    todo = [owner]
    while todo:
        one = todo.pop()
        parts = [
            *gc.get_referents(one),
            *(one if isinstance(one, dict) else ()),
        ]  # the collector skips keys that are text
        new = [part for part in parts if id(part) not in seen and not isinstance(part, ModuleType | type)]
        seen.update((id(part), part) for part in new)
        todo += [part for part in new if not isinstance(part, str | float | int)]
    return {one for one in seen.values() if isinstance(one, str)}
