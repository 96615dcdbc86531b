"""The pages' addresses: what each gives, and that none keeps or shows more than it must."""

import re
from uuid import uuid4

import httpx
import pytest
from valkey import Valkey

from content.library import LiveLibrary
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.pages.reader import SAME_SITE, Reader, box_of, field_of, words_of


@pytest.mark.parametrize(("path", "language"), [("/", "fi"), ("/fi/", "fi"), ("/en/", "en")])
async def test_the_first_screen(client: httpx.AsyncClient, live: LiveLibrary, path: str, language: str) -> None:
    page = await client.get(path, headers={"Accept-Language": "sv, en;q=0.5"})
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert live.current.text(language, "first.title") in words_of(page)
    assert "<title>Lyhty</title>" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "set-cookie" not in page.headers


async def test_every_view_has_a_token_of_its_own(client: httpx.AsyncClient) -> None:
    tokens = {field_of(await client.get("/en/"), "token") for _ in range(20)}
    assert len(tokens) == 20


async def test_nothing_is_kept_before_something_is_said(client: httpx.AsyncClient, valkey: Valkey) -> None:
    await client.get("/en/")
    assert list(valkey.scan_iter("lyhty:*")) == []


async def test_every_form_has_the_token_in_a_field_that_browsers_do_not_write_down(client: httpx.AsyncClient) -> None:
    page = await client.get("/en/")
    fields = re.findall(r'<input[^>]*name="token"[^>]*>', page.text)
    assert len(fields) == 2
    for field in fields:
        assert 'type="password"' in field
        assert 'autocomplete="one-time-code"' in field
        assert "readonly" in field


@pytest.mark.parametrize("path", ["/sv/", "/xx/", "/fi/nothing", "/admin/", "/static/page.map", "/static/%2e%2e/x"])
async def test_other_addresses_are_not_there(client: httpx.AsyncClient, path: str) -> None:
    page = await client.get(path)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "<title>Lyhty</title>" in page.text


async def test_a_page_that_is_not_there_says_so_in_its_language(client: httpx.AsyncClient, live: LiveLibrary) -> None:
    page = await client.get("/en/nothing")
    assert live.current.text("en", "error.not-found") in words_of(page)


async def test_the_pages_files_are_served(client: httpx.AsyncClient) -> None:
    page = await client.get("/en/")
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text):
        file = await client.get(address)
        assert file.status_code == 200, address
        assert file.headers["x-content-type-options"] == "nosniff"


async def test_the_first_view_fits_into_one_round_trip(client: httpx.AsyncClient) -> None:
    """Ten segments of 1,460 bytes are what a server may send before it hears back (RFC 6928); headers count too."""
    for language in ("fi", "en"):
        page = await client.get(f"/{language}/")
        files = [await client.get(address) for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)]
        sizes = [int(answer.headers["content-length"]) for answer in (page, *files)]
        heads = [len(b"".join(name + value for name, value in answer.headers.raw)) for answer in (page, *files)]
        assert sum(sizes) + sum(heads) <= 14_000


async def test_a_question_is_answered(reader: Reader, rasa: RasaChannel, live: LiveLibrary) -> None:
    await reader.opens()
    page = await reader.asks("may I stay?")
    assert page.status_code == 200
    assert "may I stay?" in words_of(page)
    assert live.current.topic("residence/reflection-period", "en").title in words_of(page)
    assert field_of(page, "token") == reader.token
    assert rasa.heard[-1]["message"] == "may I stay?"


async def test_the_next_message_has_another_id(reader: Reader) -> None:
    first = await reader.opens()
    page = await reader.asks("may I stay?")
    assert field_of(page, "id") != field_of(first, "id")


async def test_a_repeated_post_doubles_nothing(reader: Reader, rasa: RasaChannel) -> None:
    await reader.opens()
    fields = {"text": "may I stay?", "id": str(uuid4())}
    first, again = await reader.posts(**fields), await reader.posts(**fields)
    assert first.text.count("may I stay?") == again.text.count("may I stay?") == 1
    assert len(rasa.heard) == 1


async def test_a_chosen_topic_needs_no_dialogue(reader: Reader, rasa: RasaChannel, live: LiveLibrary) -> None:
    await reader.opens()
    page = await reader.posts(topic="safety/threats", text="half a sentence")
    assert live.current.topic("safety/threats", "en").title in words_of(page)
    assert box_of(page) == "half a sentence"
    assert rasa.heard == []


async def test_the_page_in_another_language_says_the_same(reader: Reader, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.posts(topic="safety/threats")
    reader.language = "fi"
    page = await reader.posts(do="show", text="puolikas")
    assert live.current.topic("safety/threats", "fi").title in words_of(page)
    assert box_of(page) == "puolikas"


async def test_the_script_gets_only_what_its_page_lacks(reader: Reader) -> None:
    await reader.opens()
    await reader.asks("number one")
    part = await reader.asks("number two", part="turns", seen="2", begun="yes")
    assert part.status_code == 200
    assert "<html" not in part.text
    assert "number one" not in words_of(part)
    assert "number two" in words_of(part)
    assert 'data-seen="4"' in part.text
    assert re.search(r'data-next="[0-9a-f-]{36}"', part.text)


async def test_delete_removes_everything(reader: Reader, valkey: Valkey, live: LiveLibrary) -> None:
    await reader.opens()
    await reader.asks("to be gone")
    page = await reader.posts("delete")
    assert page.status_code == 200
    assert live.current.card("deleted", "en").title in words_of(page)
    assert '"storage"' in page.headers["clear-site-data"]
    again = await reader.asks("to be gone")
    assert again.status_code == 410
    assert "to be gone" not in words_of(again)


async def test_leave_deletes_and_leads_away(reader: Reader, client: httpx.AsyncClient) -> None:
    await reader.opens()
    await reader.asks("to be gone")
    away = await reader.posts("leave")
    assert away.status_code == 303
    assert away.headers["location"] == "https://www.ilmatieteenlaitos.fi/"
    assert '"cache"' in away.headers["clear-site-data"]
    gone = await client.get("/api/conversation", headers={"Authorization": f"Bearer {reader.token}"})
    assert gone.status_code == 410


@pytest.mark.parametrize("token", ["", "nonsense", "A" * 43])
async def test_leave_leads_away_whatever_the_token(reader: Reader, token: str) -> None:
    assert (await reader.posts("leave", token=token)).status_code == 303


async def test_leave_needs_a_page_of_ours(client: httpx.AsyncClient) -> None:
    answer = await client.post("/en/leave", data={}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


async def test_a_form_that_is_no_form_is_refused_politely(client: httpx.AsyncClient, live: LiveLibrary) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x", **SAME_SITE}
    page = await client.post("/en/", content=b"--x\r\nbroken", headers=headers)
    assert page.status_code < 500
    assert "<title>Lyhty</title>" in page.text
