"""Decisions are collected in order; words are refused."""

import pytest

from bot.decisions import DecisionCollector, WordsFromTheBot


async def test_decisions_come_out_in_order() -> None:
    collector = DecisionCollector()
    await collector.send_response("-", {"custom": {"kind": "human"}, "text": None})
    await collector.send_response("-", {"custom": {"kind": "answer"}})
    assert collector.decisions == [{"kind": "human"}, {"kind": "answer"}]


@pytest.mark.parametrize("message", [{"text": "Hello."}, {"image": "x.png"}, {"text": "Choose", "buttons": [{}]}])
async def test_words_and_pictures_are_refused(message: dict[str, object]) -> None:
    with pytest.raises(WordsFromTheBot):
        await DecisionCollector().send_response("-", message)
