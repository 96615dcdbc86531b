"""Every word that a page asks the content library for is there, in every language, so that no page fails for a word."""

import importlib
import re
from pathlib import Path

import pytest

from api.errors import LyhtyError
from api.visitor.pages.rendering import TEMPLATES
from api.visitor.privacy.reading import PLACEHOLDERS
from content.library import LiveLibrary

CHOSEN_AT_RUN_TIME = {
    "service.": ("authority", "independent"),
    "service.anonymous.": ("yes", "no", "partly", "unknown"),
    "call.cost.": ("free", "normal", "unknown"),
    "call.bill.": ("yes", "no", "unknown"),
    "call.log.": ("yes", "no", "unknown"),
}
ASKED_FOR = re.compile(r"\b(?:t|html|fact)\('([a-z_.-]+)'( ~ )?")
NAMED_ALONE = re.compile(r"'((?:answer|service|call)\.[a-z_.]+)'")


def keys() -> set[str]:
    templates = "\n".join(path.read_text() for path in sorted(TEMPLATES.glob("*.html")))
    whole = {key for key, goes_on in ASKED_FOR.findall(templates) if not goes_on}
    begun = {key for key, goes_on in ASKED_FOR.findall(templates) if goes_on}
    assert begun <= CHOSEN_AT_RUN_TIME.keys()
    chosen = {begin + end for begin, ends in CHOSEN_AT_RUN_TIME.items() for end in ends}
    named = {key for key in NAMED_ALONE.findall(templates) if not key.endswith(".")}
    return whole | chosen | named | {"call.ask", "call.yes"} | {f"dates.months.{month}" for month in range(1, 13)}


def all_errors(of: type[LyhtyError] = LyhtyError) -> set[type[LyhtyError]]:
    return {error for direct in of.__subclasses__() for error in ({direct} | all_errors(direct))}


def test_the_templates_were_read() -> None:
    assert {"first.title", "answer.not_meant", "call.cost.free", "service.authority"} <= keys()
    assert len(keys()) > 60
    assert Path(TEMPLATES, "base.html").exists()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_word_is_there(live: LiveLibrary, language: str) -> None:
    assert keys() <= live.current.texts(language).keys()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_kind_of_personal_data_has_a_name(live: LiveLibrary, language: str) -> None:
    assert live.current.texts(language, "masked.kinds").keys() >= PLACEHOLDERS.keys()


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_error_has_a_sentence(live: LiveLibrary, language: str) -> None:
    importlib.import_module("api.visitor.app")  # and with it every error
    ours = {error for error in all_errors() if error.__module__.startswith("api.")}
    assert {error.key() for error in ours} <= live.current.texts(language).keys()
