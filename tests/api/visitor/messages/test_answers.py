"""One message and its answer: what the dialogue decides, as a visitor gets it."""

import httpx
import pytest

from api.visitor.messages.schemas import MessageAnswer
from content.library import LiveLibrary
from tests.api.clocks import StandingClock
from tests.api.rasa_channel import RasaChannel
from tests.api.visitor.person import Person

TOPIC = "residence/reflection-period"


async def test_an_answer_has_its_words_source_review_and_two_kinds_of_helpers(
    person: Person, live: LiveLibrary
) -> None:
    answer = await person.asks("voinko saada aikaa miettiä")
    (reply,) = answer["replies"]
    assert (answer["state"], answer["masked"]) == ("bot", [])
    assert (reply["kind"], reply["topic"], reply["language"]) == ("answer", TOPIC, "fi")
    assert reply["title"] == live.current.topic(TOPIC, "fi").title
    assert reply["sources"][0]["url"].startswith("https://")
    assert {service["kind"] for service in reply["services"]} == {"authority", "independent"}
    assert reply["reviewed"] < reply["review_by"] and not reply["overdue"]
    assert reply["status"] == "draft"
    assert "<h3>" in reply["html"] and "<" not in reply["text"] and "{" not in reply["text"]


async def test_the_language_is_the_pages(client: httpx.AsyncClient, live: LiveLibrary) -> None:
    english = await Person(client, "en").begins()
    (reply,) = (await english.asks("reflection period"))["replies"]
    assert (reply["language"], reply["title"]) == ("en", live.current.topic(TOPIC, "en").title)


async def test_an_answer_that_should_have_been_reviewed_says_so(person: Person, clock: StandingClock) -> None:
    clock.move(days=365)
    later = await Person(person.client).begins()
    (reply,) = (await later.asks("x"))["replies"]
    assert reply["overdue"]


async def test_what_the_dialogue_offers_is_offered_with_titles(person: Person, rasa: RasaChannel) -> None:
    rasa.decisions = [{"kind": "unsure", "suggestions": [TOPIC, "safety/threats", "no/such-topic"], "again": False}]
    (reply,) = (await person.asks("x"))["replies"]
    assert reply["kind"] == "unsure" and reply["text"]
    assert [each["topic"] for each in reply["suggestions"]] == [TOPIC, "safety/threats", "services/human-advisor"]
    assert all(each["title"] for each in reply["suggestions"])


async def test_the_second_time_it_says_so_in_other_words_and_offers_a_person(person: Person, rasa: RasaChannel) -> None:
    found = []
    for again in (False, True):
        rasa.decisions = [{"kind": "unsure", "suggestions": [TOPIC], "again": again}]
        found.append((await person.asks("x"))["replies"][0])
    assert found[0]["title"] != found[1]["title"]
    assert [each["suggestions"][0]["topic"] for each in found] == [TOPIC, "services/human-advisor"]
    assert found[1]["services"]


@pytest.mark.parametrize(
    ("said", "kind", "small_talk"),
    [
        ({"kind": "out_of_scope", "suggestions": [], "again": False}, "out_of_scope", None),
        ({"kind": "out_of_scope", "suggestions": [], "again": True}, "out_of_scope", None),
        ({"kind": "small_talk", "small_talk": "greeting"}, "small_talk", "greeting"),
        ({"kind": "human"}, "human", None),
        ({"kind": "command", "command": "delete"}, "notice", None),
        ({"kind": "command", "command": "language"}, "notice", None),
        ({"kind": "refused", "refused": "harm"}, "notice", None),
    ],
)
async def test_every_other_decision_has_its_card(
    person: Person, rasa: RasaChannel, said: dict[str, object], kind: str, small_talk: str | None
) -> None:
    rasa.decisions = [said]
    (reply,) = (await person.asks("x"))["replies"]
    assert (reply["kind"], reply["small_talk"]) == (kind, small_talk)
    assert reply["text"] and reply["html"] and reply["title"]


async def test_typing_delete_deletes_nothing_unasked(person: Person, rasa: RasaChannel) -> None:
    rasa.decisions = [{"kind": "command", "command": "delete"}]
    await person.asks("poista kaikki")
    assert (await person.reads()).status_code == 200


async def test_who_asks_for_a_person_hears_how(person: Person, rasa: RasaChannel) -> None:
    human = {"kind": "answer", "topic": "services/human-advisor", "suggestions": [], "confidence": 0.9}
    rasa.decisions = [{"kind": "human"}, human]
    replies = (await person.asks("haluan puhua ihmiselle"))["replies"]
    assert [reply["kind"] for reply in replies] == ["human", "answer"]


async def test_the_last_answer_can_be_heard_again(person: Person, rasa: RasaChannel) -> None:
    rasa.decisions = [{"kind": "command", "command": "repeat"}]
    (nothing,) = (await person.asks("toista"))["replies"]
    rasa.reset()
    (answer,) = (await person.asks("harkinta-aika"))["replies"]
    rasa.decisions = [{"kind": "command", "command": "repeat"}]
    for _ in range(2):
        again, repeated = (await person.asks("toista"))["replies"]
        assert repeated == answer
        assert again["kind"] == "notice" and again["text"] != nothing["text"]


@pytest.mark.parametrize("command", ["simpler", "slower"])
async def test_the_last_answer_can_be_had_in_short_and_then_whole(
    person: Person, rasa: RasaChannel, command: str
) -> None:
    (answer,) = (await person.asks("harkinta-aika"))["replies"]
    rasa.decisions = [{"kind": "command", "command": command}]
    for _ in range(2):
        notice, brief = (await person.asks("en ymmärrä"))["replies"]
        assert notice["kind"] == "notice" and notice["text"]
        assert brief["topic"] == answer["topic"] and brief["sources"] == answer["sources"]
        assert answer["text"].startswith(brief["text"]) and len(brief["text"]) < len(answer["text"])
    rasa.decisions = [{"kind": "command", "command": "repeat"}]
    _, repeated = (await person.asks("toista"))["replies"]
    assert repeated == answer


@pytest.mark.parametrize("command", ["repeat", "simpler", "slower"])
async def test_a_greeting_is_no_answer_to_say_again(person: Person, rasa: RasaChannel, command: str) -> None:
    rasa.decisions = [{"kind": "small_talk", "small_talk": "greeting"}]
    (greeting,) = (await person.asks("moi"))["replies"]
    rasa.decisions = [{"kind": "command", "command": command}]
    (first,) = (await person.asks("x"))["replies"]
    assert first["text"] != greeting["text"]
    assert (await person.asks("x"))["replies"] == [first]
    rasa.reset()
    (answer,) = (await person.asks("harkinta-aika"))["replies"]
    rasa.decisions = [{"kind": "small_talk", "small_talk": "thanks"}]
    await person.asks("kiitos")
    rasa.decisions = [{"kind": "command", "command": command}]
    _, said = (await person.asks("x"))["replies"]
    assert said["topic"] == answer["topic"]


async def test_who_speaks_of_danger_is_not_refused(person: Person, rasa: RasaChannel) -> None:
    rasa.decisions, rasa.danger = [{"kind": "refused", "refused": "harm"}], "immediate-danger"
    (reply,) = (await person.asks("x"))["replies"]
    assert (reply["kind"], reply["danger"]) == ("danger", "immediate-danger")


async def test_a_chosen_topic_is_answered_without_the_dialogue(person: Person, rasa: RasaChannel) -> None:
    answer = MessageAnswer.model_validate((await person.chooses("safety/threats")).json())
    assert answer.replies[0].topic == "safety/threats"
    assert rasa.heard == []


@pytest.mark.parametrize("topic", ["no/such-topic", "", "../fi/safety/threats", "safety/threats\x00"])
async def test_a_topic_that_is_not_the_librarys_is_refused(person: Person, topic: str) -> None:
    answer = await person.chooses(topic)
    assert answer.status_code == 422
    assert answer.json()["error"] == "TopicNotOffered"
    assert await person.turns() == []


async def test_personal_data_goes_no_further_and_the_visitor_is_told(person: Person, rasa: RasaChannel) -> None:
    answer = await person.asks("soita 040 123 4567 jos voit")
    assert answer["masked"] == ["phone"]
    (heard,) = rasa.heard
    assert "123" not in heard["message"] and "soita" in heard["message"]
    visitor, _ = await person.turns()
    assert visitor["text"] == heard["message"] and visitor["masked"] == ["phone"]


async def test_the_dialogue_knows_the_conversation_by_a_random_name(person: Person, rasa: RasaChannel) -> None:
    await person.asks("a")
    await person.asks("b")
    other = await Person(person.client).begins()
    await other.asks("c")
    first, second, third = (heard["sender"] for heard in rasa.heard)
    assert first == second != third
    assert first not in person.token and person.token not in first


async def test_control_characters_do_not_arrive(person: Person, rasa: RasaChannel) -> None:
    await person.asks("\x00mun \u202epassi\x1b on viety ")
    assert rasa.heard[0]["message"] == "mun passi on viety"


async def test_a_helpers_number_is_not_taken_for_the_visitors(person: Person, live: LiveLibrary) -> None:
    numbers = [phone.number for name in live.current.service_ids for phone in live.current.service(name).phones]
    for number in numbers:
        answer = await person.asks(f"soitin numeroon {number} mutta kukaan ei vastannut")
        assert answer["masked"] == [], number
    assert (await person.asks("numeroni on 040 731 5529"))["masked"] == ["phone"]
