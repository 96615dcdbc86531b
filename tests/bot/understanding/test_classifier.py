from collections.abc import Iterator

import pytest

from bot.encoder import SentenceEncoder
from bot.understanding import Example, IntentClassifier, Understanding
from bot.understanding.model import TooFewExamples
from bot.understanding.policy import Policy
from bot.understanding.training import Fitted
from tests.bot.understanding.lines import EXAMPLES, NEW, STRANGE


def asked() -> Iterator[tuple[str, str]]:
    for intent, texts in NEW.items():
        for text in texts:
            yield intent, text


@pytest.mark.parametrize(("intent", "text"), asked())
def test_a_new_way_of_asking_has_its_topic_first(classifier: IntentClassifier, intent: str, text: str) -> None:
    understanding = classifier.predict(text, "en")
    assert understanding.ranking[0][0] == intent
    assert understanding.in_scope > 0.5


@pytest.mark.parametrize("text", STRANGE)
def test_what_is_strange_gets_no_topic(classifier: IntentClassifier, text: str) -> None:
    assert classifier.predict(text, "en").intent in {"out_of_scope", "unsure"}


def test_what_an_example_says_is_understood_word_for_word(classifier: IntentClassifier) -> None:
    for example in EXAMPLES:
        assert classifier.predict(example.text.upper() + " !!", "fi").intent == example.intent


def test_the_ranking_is_the_best_intent_and_then_all_topics(classifier: IntentClassifier) -> None:
    ranking = classifier.predict("hello good morning everybody", "en").ranking
    names = [name for name, _ in ranking]
    assert names[0] == "small_talk.greeting"
    assert sorted(names[1:]) == ["bus.tickets", "health.dentist", "library.opening-hours"]
    chances = [chance for _, chance in ranking[1:]]
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) < 1


def test_every_number_is_a_probability(classifier: IntentClassifier) -> None:
    for _, text in asked():
        found = classifier.predict(text, "en")
        assert all(0 <= number <= 1 for number in (found.confidence, found.in_scope, *dict(found.ranking).values()))


def test_the_order_of_the_examples_does_not_matter(classifier: IntentClassifier, encoder: SentenceEncoder) -> None:
    other = IntentClassifier.fit([*reversed(EXAMPLES), *EXAMPLES[:5]], encoder)
    assert all(_same(other.predict(text, "en"), classifier.predict(text, "en")) for _, text in asked())


def test_the_page_s_language_does_not_matter(classifier: IntentClassifier) -> None:
    assert classifier.predict("mun bussikortti ei mee läpi", "en") == classifier.predict(
        "mun bussikortti ei mee läpi", "fi"
    )


def test_the_policy_decides_what_a_probability_is_good_for(
    classifier: IntentClassifier, encoder: SentenceEncoder
) -> None:
    text = NEW["bus.tickets"][0]
    never = IntentClassifier(_fitted(classifier), encoder, Policy(answer=1.1))
    always = IntentClassifier(_fitted(classifier), encoder, Policy(answer=0.0, scope=0.0))
    assert never.predict(text, "en").intent == "unsure"
    assert always.predict(text, "en").intent == "bus.tickets"


@pytest.mark.parametrize("missing", ["out_of_scope", "library.opening-hours bus.tickets"])
def test_too_few_kinds_of_examples_are_refused_with_the_reason(encoder: SentenceEncoder, missing: str) -> None:
    some = [example for example in EXAMPLES if example.intent not in missing.split()]
    with pytest.raises(TooFewExamples, match="at least two topics"):
        IntentClassifier.fit(some, encoder)


def test_an_intent_with_a_single_example_can_be_learnt(encoder: SentenceEncoder) -> None:
    lonely = Example("where can I rent a boat", "boats.rent", "en")
    classifier = IntentClassifier.fit([*EXAMPLES, lonely], encoder)
    assert classifier.predict("Where can I rent a boat?", "en").intent == "boats.rent"


def _fitted(classifier: IntentClassifier) -> Fitted:
    return classifier._fitted


def _same(one: Understanding, other: Understanding) -> bool:
    return one.intent == other.intent and abs(one.confidence - other.confidence) < 1e-4
