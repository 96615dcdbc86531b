"""What is measured must be what visitors meet: masked words, and the topics that the actions would offer."""

import json
import sys

import pytest

from actions.decision import OFFERED
from bench.evaluation.way import Program, ProgramFailed
from tests.bench.evaluation.labelled import ECHOES, asked, program, program_that_knows

RANKING = ["safety.threats", "small_talk.no", "safety.tracked", "command.repeat", "about.anonymity", "about.languages"]


def test_an_answer_has_its_topic_and_others_beside_it() -> None:
    way = program_that_knows({"one": RANKING})
    (found,) = way.understand([asked("safety/threats", text="one")])
    assert found.topic == "safety/threats"
    assert found.suggested == ("safety/tracked", "about/anonymity", "about/languages")


def test_three_topics_are_offered_when_unsure_and_nothing_else_is() -> None:
    way = program_that_knows({"one": ["unsure", *RANKING]})
    (found,) = way.understand([asked("safety/threats", text="one")])
    assert found.topic is None
    assert found.suggested == ("safety/threats", "safety/tracked", "about/anonymity")
    assert len(found.suggested) == OFFERED


@pytest.mark.parametrize("intent", ["out_of_scope", "small_talk.greeting", "command.delete"])
def test_nothing_is_offered_with_anything_else(intent: str) -> None:
    (found,) = program_that_knows({"one": [intent, *RANKING]}).understand([asked("safety/threats", text="one")])
    assert (found.intent, found.topic, found.suggested) == (intent, None, ())


@pytest.mark.parametrize("intent", ["safety.threats", "unsure", "out_of_scope"])
def test_the_first_thought_is_known_whatever_was_done_with_it(intent: str) -> None:
    way = program_that_knows({"one": [intent, "small_talk.no", "safety.tracked"]})
    (found,) = way.understand([asked("safety/threats", text="one")])
    first = {"safety.threats": "safety.threats", "unsure": "small_talk.no", "out_of_scope": "out_of_scope"}[intent]
    best = "safety/threats" if intent == "safety.threats" else "safety/tracked"
    assert (found.first, found.best, found.confidence) == (first, best, 0.5)


def test_an_empty_ranking_has_no_first_thought() -> None:
    says = {"intent": "unsure", "confidence": 0, "ranking": []}
    (found,) = program("import sys; print(sys.argv[1])", json.dumps(says)).understand([asked("a/b")])
    assert (found.first, found.best, found.suggested) == (None, None, ())


def test_the_program_gets_words_as_the_dialogue_does() -> None:
    text = "\u202e my mail is\r\nkalle.esimerkki@example.org\x07 "
    (found,) = program(ECHOES).understand([asked("safety/threats", text=text, language="en")])
    assert json.loads(found.intent) == {"text": "my mail is\n[email]", "language": "en"}


@pytest.mark.parametrize(("written", "page"), [("fi", "fi"), ("en", "en"), ("sv", "en"), ("ar", "en")])
def test_people_write_on_a_page_that_there_is(written: str, page: str) -> None:
    (found,) = program(ECHOES).understand([asked("safety/threats", language=written)])
    assert json.loads(found.intent)["language"] == page


def test_lines_keep_their_order() -> None:
    way = program_that_knows({"one": ["area.one"], "two": ["area.two"]})
    rows = [asked("area/one", text=text) for text in ("two", "three", "one")]
    assert [found.intent for found in way.understand(rows)] == ["area.two", "out_of_scope", "area.one"]


def test_no_lines_need_no_program() -> None:
    assert Program(["/nowhere/program"]).understand([]) == []


def test_a_program_that_is_missing_is_named() -> None:
    with pytest.raises(ProgramFailed, match="`/nowhere/program` cannot be started"):
        Program(["/nowhere/program"]).understand([asked("a/b")])


def test_a_program_that_fails_has_the_last_word() -> None:
    code = "import sys; sys.exit('\\n'.join(['noise'] * 9 + ['There is no model. Train one.']))"
    with pytest.raises(ProgramFailed) as caught:
        program(code).understand([asked("a/b")])
    assert str(caught.value).endswith("There is no model. Train one.")
    assert str(caught.value).count("noise\n") == 4


def test_a_program_that_leaves_lines_out_is_not_believed() -> None:
    with pytest.raises(ProgramFailed, match="answered 1 of 2 lines"):
        program("print('{}')").understand([asked("a/b"), asked("a/b")])


def test_a_program_runs_with_its_own_variables() -> None:
    code = (
        "import json, os, sys\n"
        "for _ in sys.stdin: print(json.dumps({'intent': os.environ['WHO'], 'confidence': 1, 'ranking': []}))"
    )
    (found,) = Program([sys.executable, "-c", code], {"WHO": "small_talk.yes"}).understand([asked("a/b")])
    assert found.intent == "small_talk.yes"
