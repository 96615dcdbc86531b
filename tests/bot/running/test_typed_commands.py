"""What Rasa takes for a command is only text when a visitor types it."""

import pytest

from content.intents import intent_of
from tests.bot.asked import LIBRARY, NONSENSE
from tests.bot.programs import RasaProgram

SLASHES = ("/", " /", "  / ", "／", "／ ", "//", "\t/", "\u200b/")


@pytest.mark.parametrize("slash", SLASHES)
def test_nobody_chooses_an_intent_by_typing_its_name(rasa: RasaProgram, sender: str, slash: str) -> None:
    intents = [intent_of(topic) for topic in LIBRARY.topic_ids]
    for name in [*intents, "small_talk.greeting", "command.delete", "unsure", "restart", "session_start", "back"]:
        (decision,) = rasa.decisions(f"{slash}{name}", sender)
        assert decision["kind"] in {"out_of_scope", "unsure"}, name


@pytest.mark.parametrize("payload", ['{"session_started_metadata": "x"}', "@1.0", '@1.0{"slot": "value"}', '{"a":"b"}'])
def test_nor_with_slots_or_a_confidence(rasa: RasaProgram, sender: str, payload: str) -> None:
    (decision,) = rasa.decisions(f"/{intent_of(LIBRARY.topic_ids[0])}{payload}", sender)
    assert decision["kind"] in {"out_of_scope", "unsure"}


@pytest.mark.parametrize("slash", SLASHES)
def test_restart_restarts_nothing(rasa: RasaProgram, sender: str, slash: str) -> None:
    rasa.decisions(NONSENSE, sender)
    assert rasa.decisions(f"{slash}restart", sender)[0]["again"] is True
    assert rasa.decisions(NONSENSE, sender)[0]["again"] is True


def test_a_slash_before_a_question_changes_nothing(rasa: RasaProgram, sender: str) -> None:
    plain = rasa.decisions("mikä on harkinta-aika", sender)[0]["kind"]
    assert rasa.decisions("/ mikä on harkinta-aika", sender)[0]["kind"] in {plain, "unsure"}
