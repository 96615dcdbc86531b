"""Rasa is asked with a bounded wait, and believed only in the agreed form."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from starlette.responses import JSONResponse, Response, StreamingResponse

from api.bot_client import BotClient, BotUnavailable
from api.conversations.turns import Decision
from tests.api.rasa_channel import RasaChannel, free_port, running_channel

Decisions = tuple[Decision, ...]


@pytest.fixture
async def bot(rasa: RasaChannel) -> AsyncIterator[BotClient]:
    client = BotClient(rasa.url)
    yield client
    await client.close()


async def ask(bot: BotClient, text: str = "mun passi on viety", within: float = 4.0) -> Decisions:
    return (await bot.decide("random-sender", text, "fi", within=within)).decisions


async def test_the_question_has_the_agreed_form(bot: BotClient, rasa: RasaChannel) -> None:
    await ask(bot)
    assert rasa.heard == [{"sender": "random-sender", "message": "mun passi on viety", "metadata": {"language": "fi"}}]


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        (
            {"kind": "answer", "topic": "a/b", "suggestions": ["c/d"], "confidence": 0.8},
            Decision(kind="answer", topic="a/b", suggestions=("c/d",)),
        ),
        (
            {"kind": "unsure", "suggestions": ["a/b", "c/d", "e/f"], "again": True},
            Decision(kind="unsure", suggestions=("a/b", "c/d", "e/f"), again=True),
        ),
        ({"kind": "out_of_scope", "suggestions": [], "again": False}, Decision(kind="out_of_scope")),
        ({"kind": "small_talk", "small_talk": "greeting"}, Decision(kind="small_talk", small_talk="greeting")),
        ({"kind": "human"}, Decision(kind="human")),
        ({"kind": "command", "command": "repeat"}, Decision(kind="notice", card="repeat")),
        ({"kind": "command", "command": "simpler"}, Decision(kind="notice", card="simpler")),
        ({"kind": "command", "command": "slower"}, Decision(kind="notice", card="slower")),
        ({"kind": "refused", "refused": "harm"}, Decision(kind="notice", card="no-help-for-harm")),
    ],
)
async def test_every_kind_of_decision_is_understood(
    bot: BotClient, rasa: RasaChannel, said: dict[str, object], understood: Decision
) -> None:
    rasa.decisions = [said]
    assert await ask(bot) == (understood,)


async def test_a_sensed_danger_comes_with_the_decisions(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.danger = "self-harm"
    assert (await bot.decide("random-sender", "x", "fi", within=4.0)).danger == "self-harm"


async def test_a_danger_sensed_before_the_dialogue_failed_is_not_lost(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.raw = JSONResponse({"error": "ActionsUnavailable", "danger": "immediate-danger"}, status_code=503)
    with pytest.raises(BotUnavailable) as raised:
        await ask(bot)
    assert raised.value.danger == "immediate-danger"


async def test_danger_can_be_asked_for_without_the_dialogue(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.danger = "sexual-violence"
    assert await bot.sense_danger("/planted", within=4.0) == "sexual-violence"
    assert rasa.heard == [{"message": "planted"}]


async def test_no_danger_is_sensed_when_rasa_is_slow(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.danger, rasa.delay = "sexual-violence", 2.0
    assert await bot.sense_danger("planted", within=0.1) is None


@pytest.mark.parametrize(
    "typed",
    [
        "/restart",
        " /restart",
        "／restart",
        "//restart",
        "/ restart",
        "\u200b/restart",
        "⁄restart",
        "\n/\t/restart",
        "\ufeff/restart",
    ],
)
async def test_typed_commands_are_only_words(bot: BotClient, rasa: RasaChannel, typed: str) -> None:
    await ask(bot, typed)
    assert rasa.heard[0]["message"] == "restart"


async def test_a_slash_alone_still_is_a_message(bot: BotClient, rasa: RasaChannel) -> None:
    await ask(bot, "/")
    assert rasa.heard[0]["message"] == "-"


async def test_slashes_within_words_stay(bot: BotClient, rasa: RasaChannel) -> None:
    await ask(bot, "1/2 palkasta")
    assert rasa.heard[0]["message"] == "1/2 palkasta"


async def endless() -> AsyncIterator[bytes]:
    while True:
        yield b" " * 65536
        await asyncio.sleep(0)


GARBAGE: dict[str, Response] = {
    "a failure": Response("Traceback: planted-word", 500),
    "a redirect": Response(status_code=302, headers={"Location": "http://example.org/"}),
    "nothing": Response(b""),
    "no JSON": Response("<html>planted-word</html>"),
    "another form": JSONResponse([{"text": "planted-word"}]),
    "no decision": JSONResponse({"decisions": []}),
    "an unknown kind": JSONResponse({"decisions": [{"kind": "generate", "text": "planted-word"}]}),
    "a missing topic": JSONResponse({"decisions": [{"kind": "answer"}]}),
    "an unknown command": JSONResponse({"decisions": [{"kind": "command", "command": "planted-word"}]}),
    "an unknown refusal": JSONResponse({"decisions": [{"kind": "refused", "refused": "planted-word"}]}),
    "too many decisions": JSONResponse({"decisions": [{"kind": "human"}] * 6}),
    "deep JSON": Response("[" * 50_000),
    "broken letters": Response(b'{"decisions": [{"kind": "answer", "topic": "\xff"}]}'),
    "too much": Response(b" " * 100_000 + b'{"decisions": [{"kind": "human"}]}'),
}


@pytest.mark.parametrize("garbage", GARBAGE)
async def test_garbage_is_not_believed_and_not_repeated(bot: BotClient, rasa: RasaChannel, garbage: str) -> None:
    rasa.raw = GARBAGE[garbage]
    with pytest.raises(BotUnavailable) as refused:
        await ask(bot)
    assert "planted" not in repr(refused.value)
    assert refused.value.__cause__ is None and refused.value.__suppress_context__


async def test_an_endless_answer_is_cut_off(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.raw = StreamingResponse(endless())
    with pytest.raises(BotUnavailable):
        await ask(bot)


async def test_a_slow_answer_is_not_waited_for(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.delay = 5
    started = time.monotonic()
    with pytest.raises(BotUnavailable):
        await ask(bot, within=0.3)
    assert time.monotonic() - started < 2


async def test_waiting_for_a_free_place_counts_too(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.delay = 1
    started = time.monotonic()
    found = await asyncio.gather(*(ask(bot, within=0.5) for _ in range(60)), return_exceptions=True)
    assert time.monotonic() - started < 3
    assert all(isinstance(each, BotUnavailable) for each in found)


async def test_only_so_many_are_asked_at_once(bot: BotClient, rasa: RasaChannel) -> None:
    rasa.delay = 0.1
    assert len(await asyncio.gather(*(ask(bot) for _ in range(60)))) == 60
    assert 2 <= rasa.most_at_once <= 16


async def test_a_dead_rasa_is_told_at_once_and_a_new_one_is_found(bot: BotClient) -> None:
    lonely = BotClient(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(BotUnavailable):
        await ask(lonely)
    assert not await lonely.is_up()
    await lonely.close()


async def test_after_a_restart_of_rasa_the_next_question_is_answered(rasa: RasaChannel) -> None:
    with running_channel() as first:
        bot = BotClient(first.url)
        await ask(bot)
    with pytest.raises(BotUnavailable):
        await ask(bot)
    await bot.close()


async def test_proxies_of_the_environment_are_not_used(rasa: RasaChannel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    bot = BotClient(rasa.url)
    assert await ask(bot)
    await bot.close()


async def test_health(bot: BotClient) -> None:
    assert await bot.is_up()


async def test_forgetting_reaches_rasa_without_being_waited_for(bot: BotClient, rasa: RasaChannel) -> None:
    bot.forget_soon("random-sender")
    assert rasa.forgotten == []
    await bot.close()
    assert rasa.forgotten == ["random-sender"]


async def test_forgetting_while_rasa_is_dead_harms_nobody() -> None:
    lonely = BotClient(f"http://127.0.0.1:{free_port()}")
    lonely.forget_soon("random-sender")
    await lonely.close()
