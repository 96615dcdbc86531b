"""What is no message of the agreed form is refused with a name, and never with an echo."""

import httpx
import pytest

from bot.channel import LONGEST_MESSAGE
from tests.bot.programs import RasaProgram

GOOD = {"sender": "a" * 32, "message": "moi", "metadata": {"language": "fi"}}


@pytest.mark.parametrize(
    "changed",
    [
        {"sender": ""},
        {"sender": "short"},
        {"sender": "a" * 65},
        {"sender": "lyhty:tracker:*aaaaaaaaaaaa"},
        {"sender": 1234567890123456},
        {"sender": None},
        {"message": None},
        {"message": ["moi"]},
        {"message": "a" * (LONGEST_MESSAGE + 1)},
        {"metadata": None},
        {"metadata": {}},
        {"metadata": {"language": "suomi"}},
        {"metadata": {"language": ["fi"]}},
    ],
)
def test_a_wrong_field(rasa: RasaProgram, changed: dict[str, object]) -> None:
    answer = httpx.post(f"{rasa.url}messages", json={**GOOD, **changed}, trust_env=False)
    assert (answer.status_code, answer.json()) == (400, {"error": "MessageInvalid"})


@pytest.mark.parametrize("body", [b"", b"moi", b"[]", b'"moi"', b"{", b"\xff\xfe", b"null"])
def test_no_json_object(rasa: RasaProgram, body: bytes) -> None:
    answer = httpx.post(f"{rasa.url}messages", content=body, trust_env=False)
    assert (answer.status_code, answer.json()) == (400, {"error": "MessageInvalid"})


def test_a_body_without_end(rasa: RasaProgram) -> None:
    answer = httpx.post(f"{rasa.url}messages", content=b"a" * 200_000, trust_env=False)
    assert answer.status_code == 413


@pytest.mark.parametrize("text", ["", " ", "\x00", "\u202eiom", "😀", "{{7*7}}", "<script>", "a" * LONGEST_MESSAGE])
def test_any_text_gets_a_decision(rasa: RasaProgram, sender: str, text: str) -> None:
    assert rasa.decisions(text, sender)


@pytest.mark.parametrize("sender", ["short", "..%2f..%2flyhty", "a" * 65])
def test_forgetting_by_a_wrong_id(rasa: RasaProgram, sender: str) -> None:
    assert rasa.forget(sender).status_code in {400, 404}
