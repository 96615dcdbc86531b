import pytest

from bench.trials.held_out import Judged, figures, judge
from bench.trials.lines import training_lines
from bot.encoder import SentenceEncoder
from bot.understanding import Example
from tests.bot.understanding.lines import EXAMPLES


def test_shares_are_of_topics_and_of_what_is_outside() -> None:
    judged = [
        Judged("a.a", "a.a", among_three=True, chosen="a.a"),
        Judged("a.a", "b.b", among_three=True, chosen="unsure"),
        Judged("b.b", "a.a", among_three=False, chosen="a.a"),
        Judged("b.b", "b.b", among_three=True, chosen="out_of_scope"),
        Judged("out_of_scope", "a.a", among_three=False, chosen="a.a"),
        Judged("out_of_scope", "a.a", among_three=False, chosen="unsure"),
        Judged("small_talk.thanks", "a.a", among_three=False, chosen="a.a"),
    ]
    assert figures(judged) == {
        "best is right": 0.5,
        "among the best three": 0.75,
        "answered right": 0.25,
        "answered right, or right one offered": 0.5,
        "answered wrong": 0.25,
        "outside, given no answer": 0.5,
    }


@pytest.mark.parametrize("without", [set(), {"ngrams"}, {"nearest"}])
def test_each_line_is_judged_once_by_a_model_that_had_not_seen_it(without: set[str]) -> None:
    judged = judge(EXAMPLES, SentenceEncoder.load(), frozenset(without))
    assert sorted(one.intent for one in judged) == sorted(line.intent for line in EXAMPLES)
    assert figures(judged)["best is right"] > 0.7


def test_the_lines_are_those_that_rasa_trains_on() -> None:
    from bot.importer import ContentImporter

    messages = ContentImporter().get_nlu_data().training_examples
    imported = {(message.get("text"), message.get("intent")) for message in messages if message.get("intent")}
    lines = training_lines()
    assert {(line.text, line.intent) for line in lines} == imported
    assert {line.language for line in lines} == {"fi", "en"}
    assert all(isinstance(line, Example) for line in lines)
