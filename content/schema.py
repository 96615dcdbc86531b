"""What a content file may hold: the one description of topics, services and cards.

Every value arrives as the text that the editor wrote (see `located_yaml`), so that these models alone decide what it
means. Unknown fields are refused: a field with a typing mistake would otherwise be lost without a word.
"""

import re
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, RootModel, model_validator
from pydantic_core import PydanticCustomError

TOPIC_ID = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
LANGUAGES_WITH_EVERYTHING = ("fi", "en")
"""Languages in which every topic exists; the others may have some only and fall back to these."""

DangerKind = Literal["immediate-danger", "self-harm", "sexual-violence", "under-18"]
DANGER_CARDS: tuple[DangerKind, ...] = get_args(DangerKind)
SMALL_TALK_CARDS = ("greeting", "thanks", "goodbye", "yes", "no", "insult", "how-are-you", "advance")
STATE_CARDS = ("safe-word", "bot-unavailable", "storage-unavailable", "unsure", "unsure-again", "out-of-scope",
               "out-of-scope-again", "deleted", "expired", "human")  # fmt: skip
COMMAND_CARDS = ("delete", "repeat", "repeat-nothing", "language", "simpler", "slower")
REFUSAL_CARDS = ("no-help-for-harm",)
CARDS = (*DANGER_CARDS, *STATE_CARDS, *SMALL_TALK_CARDS, *COMMAND_CARDS, *REFUSAL_CARDS)


def _form(pattern: str, reason: str, remedy: str) -> AfterValidator:
    expected = re.compile(pattern)

    def check(text: str) -> str:
        if not expected.fullmatch(text):
            raise PydanticCustomError("content", "{reason}", {"reason": reason, "remedy": remedy})
        return text

    return AfterValidator(check)


def _day(text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        remedy = "Write a day that exists as year-month-day, for example 2026-11-24."
        raise PydanticCustomError("content", "{reason}", {"reason": "This is not a date.", "remedy": remedy}) from error


Text = Annotated[str, _form(r"(?s).*\S.*", "The field is empty.", "Write the text, or take the field away.")]
Day = Annotated[date, BeforeValidator(_day)]
TopicId = Annotated[str, _form(TOPIC_ID.pattern, "This is not a topic's id.", "Write area/topic in small letters.")]
ServiceId = Annotated[str, _form(r"[a-z0-9-]+", "This is not a service's id.", "Write an id of services.yml.")]
HttpsAddress = Annotated[
    str,
    _form(r"https://[\w.-]+\.\w+(/\S*)?", "The web address does not begin with https://.", "Copy the whole address."),
]
Checked = Annotated[
    str,
    _form(
        r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?|undated",
        "This is not a date.",
        "Write 2025-02-21, 2025-02, 2025 or undated.",
    ),
]
LanguageCode = Annotated[
    str,
    _form(r"[a-z]{2,3}", "This is not a language's code.", "Write fi, en …; put texts with commas in double quotes."),
]
Known = Literal["yes", "no", "unknown"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Words(RootModel[dict[LanguageCode, Text]]):
    """One text in several languages, always with Finnish and English."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _has_both(self) -> "Words":
        for language in LANGUAGES_WITH_EVERYTHING:
            if language not in self.root:
                remedy = f"Add a line '{language}: …'."
                raise PydanticCustomError(
                    "content", "{reason}", {"reason": f"The text is missing in '{language}'.", "remedy": remedy}
                )
        return self

    def in_language(self, language: str) -> str:
        """The text in `language`, otherwise in English."""
        return self.root.get(language, self.root["en"])


class Phone(_Strict):
    """A number to call and what the caller must know first.

    `number` is for reading, `tel` is what is dialled; `label` says what this number is for when there are several.
    """

    number: Annotated[str, _form(r"\+?[\d ]{3,}", "This is not a phone number.", "Write digits and spaces only.")]
    tel: Annotated[str, _form(r"\+?\d{3,15}", "This cannot be dialled.", "Write the digits without spaces, in quotes.")]
    cost: Literal["free", "normal", "unknown"]
    on_bill: Known
    on_call_log: Known = "yes"
    label: Words | None = None


class Web(RootModel[dict[LanguageCode, HttpsAddress]]):
    """A service's pages by language; English stands in where a language has none."""

    model_config = ConfigDict(frozen=True)

    def in_language(self, language: str) -> str:
        """The address for `language`, otherwise the English one, otherwise any."""
        return self.root.get(language) or self.root.get("en") or next(iter(self.root.values()))


class ServiceFields(_Strict):
    """A helping organisation as services.yml describes it; what is left out is not known."""

    kind: Literal["authority", "independent"]
    name: Words
    what: Words
    phones: tuple[Phone, ...] = ()
    email: Annotated[str, _form(r"[\w.+-]+@[\w.-]+\.\w+", "This is not an e-mail address.", "Copy it.")] | None = None
    web: Web | None = None
    hours: Words | None = None
    languages: Words | None = None
    anonymous: Literal["yes", "no", "partly", "unknown"]
    region: Words
    tier: Literal["A", "B", "C"]
    checked: Checked


class Service(ServiceFields):
    """A helping organisation with its id."""

    id: str


class Source(_Strict):
    """Where a statement is from; `checked` is how new the text was that was read."""

    title: Text
    section: Text | None = None
    url: HttpsAddress
    checked: Checked


class Review(_Strict):
    """Who looked at the answer last, and when."""

    date: Day
    role: Text


class TopicFields(_Strict):
    """The head of a topic's file."""

    id: TopicId
    title: Text
    questions: tuple[Text, ...]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    services: tuple[ServiceId, ...]
    related: tuple[TopicId, ...]
    reviewed: Review
    review_by: Day
    compared: dict[LanguageCode, Text] | None = None
    status: Literal["draft", "reviewed"]


class Topic(TopicFields):
    """One answer in one language: the head, and the Markdown `body`."""

    language: str
    body: str

    def overdue(self, today: date) -> bool:
        """Whether the answer should have been reviewed before `today`."""
        return self.review_by < today


class CardFields(_Strict):
    """A short answer that is no topic: danger, small talk, something not working."""

    title: Text
    text: Text
    services: tuple[ServiceId, ...] = ()


class Card(CardFields):
    """A card with its name and language."""

    name: str
    language: str
