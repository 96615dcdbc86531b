"""Who listens on the line cannot tell from a page's length which answer it holds."""

import httpx
import pytest

from content.library import LiveLibrary
from tests.api.visitor.pages.reader import Reader

IDENTITY = {"Accept-Encoding": "identity"}


async def _first_answer(client: httpx.AsyncClient, language: str, topic: str) -> httpx.Response:
    reader = Reader(client, language)
    await reader.opens()
    return await reader.posts(topic=topic)


async def test_all_answers_in_all_languages_have_the_same_few_sizes(
    client: httpx.AsyncClient, live: LiveLibrary
) -> None:
    sizes = {
        int((await _first_answer(client, language, topic)).headers["content-length"])
        for language in live.current.languages
        for topic in live.current.topic_ids
    }
    assert len(sizes) <= 2


async def test_longer_questions_do_not_show_either(reader: Reader) -> None:
    await reader.opens()
    sizes = {int((await reader.asks("word " * count)).headers["content-length"]) for count in (1, 20, 100)}
    assert len(sizes) == 1


async def test_parts_for_the_script_are_filled_up_too(reader: Reader) -> None:
    await reader.opens()
    await reader.asks("first")
    part = await reader.asks("second", part="turns", seen="2", begun="yes")
    assert int(part.headers["content-length"]) % 8192 == 0


async def test_a_browser_without_compression_gets_filled_pages(client: httpx.AsyncClient) -> None:
    client.headers.update(IDENTITY)
    reader = Reader(client)
    await reader.opens()
    page = await reader.asks("word")
    assert "content-encoding" not in page.headers
    assert int(page.headers["content-length"]) % 8192 == 0
    assert page.text.rstrip().endswith("</html>")


@pytest.mark.parametrize("count", [30])
async def test_a_long_chat_stays_small(reader: Reader, live: LiveLibrary, count: int) -> None:
    await reader.opens()
    topics = live.current.topic_ids
    for number in range(count):
        page = await reader.posts(topic=topics[number % len(topics)])
    assert int(page.headers["content-length"]) <= 16 * 1024
