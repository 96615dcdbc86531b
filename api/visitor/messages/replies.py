"""Decisions turned into what a visitor reads, with today's content in today's language.

A library does not change once it is loaded (a corrected one is another object), so what is the same for every
visitor is put together once.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from api.conversations.turns import Decision, Turn
from api.visitor.messages.schemas import Reply, SourceShown, Suggestion, TurnShown
from api.visitor.messages.services_shown import service_shown
from content.library import CardUnknown, Library
from content.rendering import to_html, to_text
from content.schema import Card, Topic
from content.short_form import short_form

HUMAN_TOPIC = "services/human-advisor"
_LEADS_ON = frozenset({"answer", "unsure", "out_of_scope", "danger"})
_KEPT = 1024  # more than all topics, cards and languages together


class Replies:
    """Shows decisions with one library.

    Args:
        library: the content.
        today: tells the day, by which an answer can be overdue.
    """

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        self._library = library
        self._today = today
        self._topic = lru_cache(_KEPT)(self._topic_reply)
        self._card = lru_cache(_KEPT)(self._card_reply)

    def is_showable(self, decision: Decision) -> bool:
        """Whether the library has the topic or the card that the decision names; unknown suggestions are left out."""
        if decision.topic is not None:
            return decision.topic in self._library.topic_ids
        try:
            self._library.card(card_of(decision), "en")
        except CardUnknown:
            return False
        return True

    def show(self, decisions: Iterable[Decision], language: str) -> list[Reply]:
        """The replies that the decisions stand for, in `language` where there is a translation."""
        return [self._reply(decision, language) for decision in decisions]

    def show_turn(self, turn: Turn, language: str) -> TurnShown:
        """One turn of the transcript; a topic that was chosen by button is shown as its title."""
        text = self._title(turn.topic, language) if turn.topic in self._library.topic_ids else turn.text
        return TurnShown(by=turn.by, text=text, masked=list(turn.masked), replies=self.show(turn.decisions, language))

    def _reply(self, decision: Decision, language: str) -> Reply:
        if decision.topic is not None and decision.topic in self._library.topic_ids:
            reply = self._of_topic(decision.kind, decision.topic, language, decision.brief)
        else:
            reply = self._card(decision.kind, card_of(decision), language)
        near = [*self._suggestions(decision.suggestions, language)] or reply.suggestions
        changes = {
            "suggestions": self._with_a_person(decision, near, language),
            "small_talk": decision.small_talk,
            "danger": decision.danger,
        }
        return reply.model_copy(update=changes)

    def _of_topic(self, kind: str, topic_id: str, language: str, brief: bool) -> Reply:
        reply, review_by = self._topic(kind, topic_id, language, brief)
        return reply.model_copy(update={"overdue": review_by < self._today()})

    def _topic_reply(
        self, kind: Literal["answer", "human"], topic_id: str, language: str, brief: bool
    ) -> tuple[Reply, date]:
        topic = self._library.topic(topic_id, language)
        if brief:
            topic = topic.model_copy(update={"body": short_form(topic.body)})
        related = self._suggestions(topic.related, language)
        return _reply_of_topic(kind, topic, self._library, language, related), _day(topic.review_by)

    def _card_reply(self, kind: Literal["notice"], name: str, language: str) -> Reply:
        card = self._library.card(name, language)
        return _reply_of_card(kind, card, self._library, language)

    def _suggestions(self, topics: Iterable[str], language: str) -> list[Suggestion]:
        known = [topic for topic in topics if topic in self._library.topic_ids]
        return [Suggestion(topic=topic, title=self._title(topic, language)) for topic in known]

    def _with_a_person(self, decision: Decision, near: list[Suggestion], language: str) -> list[Suggestion]:
        """What can be chosen next always holds a person; who was not understood twice finds the person first."""
        if (
            decision.kind not in _LEADS_ON
            or decision.topic == HUMAN_TOPIC
            or HUMAN_TOPIC not in self._library.topic_ids
        ):
            return near
        person = self._suggestions([HUMAN_TOPIC], language)
        others = [each for each in near if each.topic != HUMAN_TOPIC]
        return person + others if decision.again else others + person

    def _title(self, topic_id: str, language: str) -> str:
        return self._library.topic(topic_id, language).title


def card_of(decision: Decision) -> str:
    """The card that words a decision without a topic."""
    again = "-again" if decision.again else ""
    by_kind = {
        "danger": decision.danger,
        "small_talk": decision.small_talk,
        "unsure": f"unsure{again}",
        "out_of_scope": f"out-of-scope{again}",
        "human": "human",
    }
    return decision.card or by_kind.get(decision.kind) or "bot-unavailable"


def _reply_of_topic(
    kind: Literal["answer", "human"], topic: Topic, library: Library, language: str, related: list[Suggestion]
) -> Reply:
    return Reply(
        kind=kind,
        topic=topic.id,
        title=topic.title,
        text=to_text(topic.body, library, topic.language),
        html=to_html(topic.body, library, topic.language),
        language=topic.language,
        sources=[SourceShown(**source.model_dump()) for source in topic.sources],
        services=[service_shown(library.service(each), language) for each in topic.services],
        reviewed=_day(topic.reviewed.date),
        review_by=_day(topic.review_by),
        status=topic.status,
        suggestions=related,
    )


def _reply_of_card(kind: Literal["notice"], card: Card, library: Library, language: str) -> Reply:
    return Reply(
        kind=kind,
        title=card.title,
        text=to_text(card.text, library, card.language),
        html=to_html(card.text, library, card.language),
        language=card.language,
        services=[service_shown(library.service(each), language) for each in card.services],
    )


def _day(day: date | str) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)
