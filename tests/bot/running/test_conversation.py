"""A visitor asks, and the right decision comes back."""

import pytest

from tests.bot.asked import NONSENSE, one_of, one_of_each
from tests.bot.nlu.lines import examples_of
from tests.bot.programs import RasaProgram


def test_every_topic_can_be_reached_in_every_language(rasa: RasaProgram, sender: str) -> None:
    for asked in one_of_each():
        (decision,) = rasa.decisions(asked.text, sender, asked.language)[-1:]
        assert (decision["kind"], decision["topic"]) == ("answer", asked.topic), asked


def test_an_answer_comes_with_three_other_topics(rasa: RasaProgram, sender: str) -> None:
    (decision,) = rasa.decisions(one_of("residence/reflection-period"), sender)
    suggestions = decision["suggestions"]
    assert isinstance(suggestions, list)
    assert len(set(suggestions)) == 3
    assert "residence/reflection-period" not in suggestions
    assert decision["confidence"] == 1.0


def test_an_unclear_question_gets_three_topics(rasa: RasaProgram, sender: str) -> None:
    (decision,) = rasa.decisions(_half(one_of("residence/permit-for-victims")), sender)
    assert decision["kind"] == "unsure"
    assert isinstance(decision["suggestions"], list)
    assert len(decision["suggestions"]) == 3
    assert decision["again"] is False


def test_nothing_found_twice_is_told(rasa: RasaProgram, sender: str) -> None:
    assert rasa.decisions(NONSENSE, sender) == [{"kind": "out_of_scope", "suggestions": [], "again": False}]
    assert rasa.decisions(NONSENSE, sender) == [{"kind": "out_of_scope", "suggestions": [], "again": True}]
    assert rasa.decisions(_half(one_of("residence/permit-for-victims")), sender)[0]["again"] is True
    rasa.decisions(one_of("safety/threats"), sender)
    assert rasa.decisions(NONSENSE, sender)[0]["again"] is False


def test_who_asks_for_a_person_gets_that_and_the_numbers(rasa: RasaProgram, sender: str) -> None:
    wanted, numbers = rasa.decisions(one_of("services/human-advisor"), sender)
    assert wanted == {"kind": "human"}
    assert (numbers["kind"], numbers["topic"]) == ("answer", "services/human-advisor")


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", ["greeting", "thanks", "goodbye", "yes", "no", "how-are-you", "insult", "advance"])
def test_small_talk_is_named(rasa: RasaProgram, sender: str, name: str, language: str) -> None:
    text = examples_of(f"small_talk.{name}", language)[0]
    assert rasa.decisions(text, sender, language) == [{"kind": "small_talk", "small_talk": name}]


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("name", ["delete", "repeat", "language", "simpler", "slower"])
def test_commands_are_named(rasa: RasaProgram, sender: str, name: str, language: str) -> None:
    text = examples_of(f"command.{name}", language)[0]
    assert rasa.decisions(text, sender, language) == [{"kind": "command", "command": name}]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_who_asks_how_to_harm_is_refused(rasa: RasaProgram, sender: str, language: str) -> None:
    text = examples_of("refused.harm", language)[0]
    assert rasa.decisions(text, sender, language) == [{"kind": "refused", "refused": "harm"}]


def test_conversations_know_nothing_of_each_other(rasa: RasaProgram, sender: str) -> None:
    rasa.decisions(NONSENSE, sender)
    assert rasa.decisions(NONSENSE, f"{sender}-other")[0]["again"] is False


def _half(question: str) -> str:
    """Half of a question's words, beside as many that mean nothing."""
    words = question.split()
    kept = words[: len(words) // 2 + 1]
    return " ".join(kept + ["zxzxzx"] * (len(kept) // 2))
