"""The newest exchange is what a page opens with."""

from api.visitor.messages.schemas import TurnShown
from api.visitor.pages.transcript import parted


def turns(*authors: str) -> list[TurnShown]:
    return [TurnShown(by=author, text=str(place)) for place, author in enumerate(authors)]  # type: ignore[arg-type]


def places(found: list[TurnShown]) -> list[str | None]:
    return [turn.text for turn in found]


def test_the_last_question_opens_the_newest_exchange() -> None:
    earlier, newest = parted(turns("visitor", "lyhty", "visitor", "lyhty"))
    assert (places(earlier), places(newest)) == (["0", "1"], ["2", "3"])


def test_all_that_follows_the_last_question_belongs_to_it() -> None:
    earlier, newest = parted(turns("visitor", "lyhty", "advisor"))
    assert (places(earlier), places(newest)) == ([], ["0", "1", "2"])


def test_a_chat_without_questions_has_nothing_earlier() -> None:
    assert parted([]) == ([], [])
    assert places(parted(turns("lyhty"))[1]) == ["0"]
