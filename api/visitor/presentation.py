"""The content as visitors see it now: a reloaded library takes effect with the next request."""

from collections.abc import Iterable
from typing import Protocol

from api.clock import Clock
from api.conversations.turns import Decision, Turn
from api.errors import LanguageUnknown
from api.visitor.messages.replies import Replies
from api.visitor.messages.schemas import Reply, TurnShown
from api.visitor.privacy import dialled_numbers
from content.library import Library
from content.problems import Problem


class LiveContent(Protocol):
    """Content that may be replaced while the application runs; `content` has the real one."""

    @property
    def current(self) -> Library:
        """The last good version."""
        ...

    def reload_if_changed(self) -> list[Problem]:
        """Read changed files; says what is wrong with them now."""
        ...


class Presentation:
    """Shows decisions, turns and sentences with the library that is live.

    Args:
        live: the content, which an editor's change may replace at any time.
        clock: by which an answer can be overdue.
    """

    def __init__(self, live: LiveContent, clock: Clock) -> None:
        self._live = live
        self._clock = clock
        self._shown_with = live.current
        self._replies = self._new_replies()

    @property
    def library(self) -> Library:
        """The content that is live."""
        return self._live.current

    @property
    def topics(self) -> frozenset[str]:
        """Ids of the topics that can be chosen."""
        return frozenset(self.library.topic_ids)

    @property
    def help_numbers(self) -> frozenset[str]:
        """Phone numbers of the helping organisations: nobody's personal data, so they are never masked."""
        services = map(self.library.service, self.library.service_ids)
        return dialled_numbers(phone.tel for service in services for phone in service.phones)

    def check_language(self, language: str) -> None:
        """Refuse a language code that Lyhty does not speak.

        Raises:
            LanguageUnknown: it is none of the library's.
        """
        if language not in self.library.languages:
            raise LanguageUnknown

    def language_or_default(self, language: str | None) -> str:
        """The language if Lyhty speaks it, otherwise Finnish, the first of its languages."""
        known = self.library.languages
        return language if language in known else "fi" if "fi" in known else known[0]

    def is_showable(self, decision: Decision) -> bool:
        """Whether the library has what the decision names."""
        return self._current_replies().is_showable(decision)

    def show(self, decisions: Iterable[Decision], language: str) -> list[Reply]:
        """The replies that the decisions stand for."""
        return self._current_replies().show(decisions, self.language_or_default(language))

    def show_turns(self, turns: Iterable[Turn], language: str) -> list[TurnShown]:
        """The transcript."""
        replies, shown_in = self._current_replies(), self.language_or_default(language)
        return [replies.show_turn(turn, shown_in) for turn in turns]

    def sentence(self, language: str, key: str, **values: int) -> str:
        """A string of the interface."""
        return self.library.text(self.language_or_default(language), key, **values)

    def _current_replies(self) -> Replies:
        if self._shown_with is not self._live.current:
            self._shown_with = self._live.current
            self._replies = self._new_replies()
        return self._replies

    def _new_replies(self) -> Replies:
        return Replies(self._shown_with, lambda: self._clock.now().date())
