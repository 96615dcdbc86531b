"""Every error is a fact with a sentence in every language, and with room for what is said all the same."""

from pathlib import Path

import pytest

import api.visitor.app  # all errors are known once the application is
from api.errors import LyhtyError, NotFound, StorageUnavailable
from api.visitor.messages.schemas import Reply
from content.library import Library

CONTENT = Path(__file__).parents[2] / "content"


def all_errors(base: type[LyhtyError] = LyhtyError) -> set[type[LyhtyError]]:
    return {each for child in base.__subclasses__() for each in (child, *all_errors(child))}


def test_the_key_is_the_name() -> None:
    assert api.visitor.app and NotFound.key() == "error.not-found"
    assert StorageUnavailable.key() == "error.storage-unavailable"
    assert NotFound().name == "NotFound"


def test_there_are_errors_and_each_has_a_status() -> None:
    assert len(all_errors()) > 15
    assert all(400 <= each.status < 600 for each in all_errors())


@pytest.mark.parametrize("language", ["fi", "en"])
def test_each_has_a_sentence_in_every_language(language: str) -> None:
    library = Library.load(CONTENT)
    sentences = {each.__name__: library.text(language, each.key(), most=2000) for each in all_errors()}
    assert all(len(sentence) > 20 and "{" not in sentence for sentence in sentences.values())
    assert len(set(sentences.values())) == len(sentences)


def test_what_is_said_first_stays_first() -> None:
    def reply(text: str) -> Reply:
        return Reply(kind="notice", text=text, html=text, language="fi")

    error = NotFound().saying(reply("b")).saying(reply("a"))
    assert [each.text for each in error.replies if isinstance(each, Reply)] == ["a", "b"]
