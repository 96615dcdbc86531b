"""Errors as pages: a clear sentence, words kept where they may be, help numbers, and danger before all of it."""

from datetime import timedelta

import httpx
import pytest
from valkey import Valkey

from api.settings import Settings
from api.visitor.app import create_app
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.conftest import closed
from tests.api.visitor.pages.reader import Reader, box_of, field_of, words_of

DANGER = "he is going to kill me"


def sentence(live: LiveLibrary, key: str, **values: int) -> str:
    return live.current.text("en", f"error.{key}", **values)


async def test_an_empty_message_is_explained(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    page = await reader.asks("   ")
    assert page.status_code == 422
    assert sentence(live, "text-empty") in words_of(page)
    assert live.current.text("en", "first.title") in words_of(page)


async def test_a_long_message_stays_in_the_box(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.asks("before")
    page = await reader.asks("y" * 2001)
    assert page.status_code == 422
    assert sentence(live, "text-too-long", most=2000) in words_of(page)
    assert box_of(page) == "y" * 2001
    assert "before" in words_of(page)


async def test_an_error_stands_before_the_chat(reader: Reader) -> None:
    await reader.opens()
    await reader.asks("before")
    page = await reader.asks("")
    assert page.text.index('id="error"') < page.text.index('id="log"')


async def test_an_expired_chat_keeps_the_new_words(reader: Reader, clock: StandingClock, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.asks("before")
    clock.move(minutes=31)
    page = await reader.asks("after a while", begun="yes")
    assert page.status_code == 410
    assert sentence(live, "conversation-expired") in words_of(page)
    assert box_of(page) == "after a while"
    assert field_of(page, "token") != reader.token
    assert "begun" not in page.text.split("<form", 1)[1].split("data-", 1)[0]


async def test_after_expiry_one_can_go_on_from_that_page(reader: Reader, clock: StandingClock) -> None:
    await reader.opens()
    await reader.asks("before")
    clock.move(minutes=31)
    page = await reader.asks("after a while", begun="yes")
    reader.token = field_of(page, "token")
    assert (await reader.asks("after a while")).status_code == 200


async def test_a_chat_that_was_lost_is_not_begun_anew_without_a_word(
    reader: Reader, valkey: Valkey, live: LiveLibrary
) -> None:
    await reader.opens()
    await reader.asks("before")
    for key in valkey.scan_iter("lyhty:*"):
        valkey.delete(key)
    page = await reader.asks("after", begun="yes")
    assert page.status_code == 401
    assert sentence(live, "conversation-unknown") in words_of(page)
    assert box_of(page) == "after"


async def test_words_of_a_deleted_chat_are_not_shown_again(reader: Reader) -> None:
    await reader.opens()
    await reader.asks("secret words")
    await reader.posts("delete")
    page = await reader.asks("secret words")
    assert page.status_code == 410
    assert "secret words" not in page.text


async def test_danger_is_answered_in_a_deleted_chat_too(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.posts("delete")
    page = await reader.asks(DANGER)
    assert live.current.card("immediate-danger", "en").title in words_of(page)


async def test_danger_stands_before_the_error(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    page = await reader.asks(DANGER + " " + "y" * 2000)
    text = words_of(page)
    assert text.index(live.current.card("immediate-danger", "en").title) < text.index(
        sentence(live, "text-too-long", most=2000)
    )
    assert box_of(page).startswith(DANGER)


async def test_a_part_with_an_error_says_what_and_gives_a_new_id(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.asks("before")
    part = await reader.asks("y" * 2001, part="turns", seen="2", begun="yes")
    assert part.status_code == 422
    assert "<html" not in part.text
    assert sentence(live, "text-too-long", most=2000) in words_of(part)
    assert "data-next=" in part.text
    assert "data-seen=" not in part.text


async def test_a_dialogue_that_is_down_gives_numbers(reader: Reader, rasa: RasaChannel, live: LiveLibrary) -> None:
    rasa.decisions = []
    await reader.opens()
    page = await reader.asks("may I stay?")
    assert page.status_code == 200
    assert live.current.card("bot-unavailable", "en").title in words_of(page)
    assert "029 546 3177" in words_of(page)


async def test_other_languages_and_topics_are_refused(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    page = await reader.posts(topic="no/such-topic")
    assert page.status_code == 422
    assert sentence(live, "topic-not-offered") in words_of(page)


async def test_forged_numbers_do_no_harm(reader: Reader) -> None:
    await reader.opens()
    await reader.asks("before")
    for seen in ("-1", "9" * 30, "x", "٣", ""):
        part = await reader.asks("again", part="turns", seen=seen, id="no uuid", begun="yes")
        assert part.status_code == 200


@pytest.fixture
def storeless(settings: Settings) -> Settings:
    """Settings that lead to no Valkey."""
    return Settings(valkey_url="unix:///nowhere/valkey.sock", rasa_url=settings.rasa_url)


async def _without_store(settings: Settings, live: LiveLibrary, path: str, **fields: str) -> httpx.Response:
    app = create_app(settings, library=live)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://lyhty.example") as client:
        reader = Reader(client)
        await reader.opens()
        answer = await reader.posts(path, **fields)
    await closed(app)
    return answer


async def test_without_a_store_words_stay_and_numbers_are_given(storeless: Settings, live: LiveLibrary) -> None:
    page = await _without_store(storeless, live, "", text="may I stay?")
    assert page.status_code == 503
    assert words_of(page).count(live.current.card("storage-unavailable", "en").title) == 1
    assert "029 546 3177" in words_of(page)
    assert box_of(page) == "may I stay?"


async def test_without_a_store_danger_comes_first(storeless: Settings, live: LiveLibrary) -> None:
    page = await _without_store(storeless, live, "", text=DANGER)
    text = words_of(page)
    danger, store = (live.current.card(name, "en").title for name in ("immediate-danger", "storage-unavailable"))
    assert text.index(danger) < text.index(store)


async def test_without_a_store_one_can_leave(storeless: Settings, live: LiveLibrary) -> None:
    answer = await _without_store(storeless, live, "leave")
    assert answer.status_code == 303
    assert answer.elapsed < timedelta(seconds=10)


async def test_without_a_store_delete_tells_the_truth(storeless: Settings, live: LiveLibrary) -> None:
    page = await _without_store(storeless, live, "delete")
    assert page.status_code == 503
    assert sentence(live, "deletion-failed") in words_of(page)
    assert 'formaction="/en/delete"' in page.text
    assert live.current.card("deleted", "en").title not in words_of(page)
