"""The product's own answers: complete, dated, and none a dead end (promises 31 and 32)."""

from datetime import date

import pytest

from content.checks import check
from content.library import Library
from content.passages import of_markdown
from content.plain_language import sentences, word_count
from tests.content.conftest import REAL_CONTENT

HUMAN = "services/human-advisor"
FIRST = [
    "about/what-is-this", "about/anonymity", "about/bot-or-human", "safety/immediate-danger", "safety/documents-taken",
    "safety/threats", "identification/am-i-a-victim", "identification/what-it-means", "assistance/how-to-apply",
    "assistance/without-police", "residence/permit-for-victims", "residence/reflection-period",
    "residence/deportation-fear", "residence/if-not-trafficking", "confidentiality/who-is-told", HUMAN,
]  # fmt: skip


def test_the_first_topics_are_there_in_both_languages(real: Library) -> None:
    for topic_id in FIRST:
        for language in ("fi", "en"):
            assert real.topic(topic_id, language).language == language


def test_a_year_later_every_answer_says_that_it_is_overdue(real: Library) -> None:
    newest = max(real.topic(topic_id, "fi").review_by for topic_id in real.topic_ids)
    later = date(newest.year + 1, newest.month, 1)
    overdue = [problem for problem in check(REAL_CONTENT, later) if "overdue" in problem.reason]
    assert len(overdue) == 2 * len(real.topic_ids)
    assert all(real.topic(topic_id, "en").overdue(later) for topic_id in real.topic_ids)


def test_both_languages_rest_on_the_same_services(real: Library) -> None:
    for topic_id in real.topic_ids:
        assert set(real.topic(topic_id, "fi").services) == set(real.topic(topic_id, "en").services), topic_id


@pytest.mark.parametrize("language", ["fi", "en"])
def test_no_answer_is_without_a_neighbour(real: Library, language: str) -> None:
    for topic_id in real.topic_ids:
        assert real.topic(topic_id, language).related, topic_id


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_short_answer_can_be_taken_in_at_a_glance(real: Library, language: str) -> None:
    for topic_id in real.topic_ids:
        first = next(of_markdown("", 1, language, real.topic(topic_id, language).body, ""))
        found = sentences(first.text)
        assert 1 <= len(found) <= 3, topic_id
        assert sum(map(word_count, found)) <= 70, topic_id
