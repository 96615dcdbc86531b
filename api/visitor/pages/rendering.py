"""Templates filled with what a page shows: all is escaped but answers' own HTML, which we made ourselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from api.errors import LyhtyError
from api.visitor.messages.replies import HUMAN_TOPIC
from api.visitor.messages.schemas import Reply, TurnShown
from api.visitor.pages import contacts, dates, markup
from api.visitor.pages.assets import Assets
from api.visitor.pages.markup import Folded
from api.visitor.pages.transcript import parted
from api.visitor.presentation import Presentation

TEMPLATES = Path(__file__).parents[2] / "web" / "templates"


@dataclass(frozen=True)
class Frame:
    """What every page carries around its content.

    Attributes:
        language: of the interface.
        token: the session token for the page's forms; "" where nothing can be asked.
        typed: words that were not taken and stay in the box.
        error: what went wrong, if anything did.
        begun: whether there is a conversation under the token.
    """

    language: str
    token: str
    typed: str = ""
    error: LyhtyError | None = None
    begun: bool = False


class Pages:
    """Renders the visitor's pages.

    Args:
        presentation: the content that is live.
        assets: the pages' own files.
        organisation: who runs this Lyhty, as visitors are told, if that is known.
        leave_url: where *leave* goes.
    """

    def __init__(self, presentation: Presentation, assets: Assets, organisation: str | None, leave_url: str) -> None:
        self._presentation = presentation
        self._environment = _environment()
        self._environment.globals.update(
            asset=assets.address,
            t=self._text,
            html=self._html,
            sentence=self._sentence,
            readable=markup.readable,
            calling=self._calling,
            day=self._day,
            body_of=self._body,
            arranged=contacts.arranged,
            masked_kinds=self._masked_kinds,
            organisation=organisation,
            leave_url=leave_url,
            person=HUMAN_TOPIC,
        )

    def first(self, frame: Frame) -> str:
        """The first screen."""
        situations = self._presentation.library.situations(frame.language)
        return self._render("first.html", frame, situations=situations)

    def conversation(self, frame: Frame, turns: Sequence[TurnShown], urgent: Sequence[Reply] = ()) -> str:
        """A whole page of a conversation: its newest exchange in full, earlier ones in brief and folded.

        Args:
            frame: around it.
            turns: the transcript.
            urgent: what must be seen before everything else, and belongs to no turn that was kept.
        """
        earlier, newest = (list(turns), [_said(urgent)]) if urgent else parted(turns)
        values = {"earlier": earlier, "newest": newest, "urgent": bool(urgent), "kept": len(turns)}
        return self._render("conversation.html", frame, **values)

    def whole_conversation(self, frame: Frame, turns: Sequence[TurnShown]) -> str:
        """A page with every turn in full."""
        values = {"earlier": (), "newest": turns, "urgent": False, "kept": len(turns)}
        return self._render("conversation.html", frame, **values)

    def turns(self, frame: Frame, turns: Sequence[TurnShown], seen: int) -> str:
        """The turns after the first `seen` ones, for the script to add to the page that shows those."""
        return self._render("turns.html", frame, turns=turns[seen:], seen=len(turns))

    def failure(self, frame: Frame, replies: Sequence[Reply]) -> str:
        """An error, for the script to add; what must be said all the same stands before it."""
        return self._render("turns.html", frame, turns=[_said(replies)], seen=None)

    def notice(self, frame: Frame, replies: Sequence[Reply]) -> str:
        """A page on which nothing can be asked: deleted, not found, out of order."""
        return self._render("notice.html", frame, replies=replies)

    def _render(self, template: str, frame: Frame, **values: object) -> str:
        around = {"languages": self._presentation.library.languages, "next_id": uuid4()}
        return self._environment.get_template(template).render(vars(frame) | around | values)

    @jinja2.pass_context
    def _text(self, context: Context, key: str, language: str | None = None, **values: str | int) -> str:
        return self._presentation.library.text(language or context["language"], key, **values)

    @jinja2.pass_context
    def _html(self, context: Context, key: str, **values: str | int) -> Markup:
        html = self._presentation.library.html(context["language"], key, **values)
        return markup.pressable(html, *self._call_words(context))

    @jinja2.pass_context
    def _sentence(self, context: Context, error: LyhtyError) -> Markup:
        return self._html(context, error.key(), **error.values)

    @jinja2.pass_context
    def _day(self, context: Context, day: object) -> str:
        return dates.shown(str(day), lambda key, **values: self._text(context, key, **values))

    @jinja2.pass_context
    def _body(self, context: Context, reply: Reply) -> Folded:
        return markup.answer(str(reply.html), *self._call_words(context))

    @jinja2.pass_context
    def _calling(self, context: Context, number: str) -> Markup:
        return markup.calling(self._call_words(context)[1], number)

    @jinja2.pass_context
    def _masked_kinds(self, context: Context, kinds: Sequence[str]) -> str:
        return ", ".join(self._text(context, f"masked.kinds.{kind}") for kind in kinds)

    def _call_words(self, context: Context) -> tuple[str, str]:
        """The question before a call, and the pattern of the link that calls."""
        pattern = self._presentation.library.pattern
        return pattern(context["language"], "call.ask"), pattern(context["language"], "call.yes")


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["host"] = _host
    return environment


def _said(replies: Sequence[Reply]) -> TurnShown:
    return TurnShown(by="lyhty", replies=list(replies))


def _host(address: str) -> str:
    """A web address as people read it."""
    return urlsplit(address).netloc.removeprefix("www.")
