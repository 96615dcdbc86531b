"""The same things exist in every language, so that no page or danger card is missing for some visitors."""

import re
from collections.abc import Iterator, Mapping

from content.passages import of_markdown
from content.placeholders import IN_BRACES
from content.problems import Problem
from content.reading import CARDS, INTERFACE, SITUATIONS, Content, dotted
from content.rules.body import HEADINGS
from content.schema import CARDS as CARD_NAMES
from content.schema import DANGER_CARDS, LANGUAGES_WITH_EVERYTHING

_NEEDED = (*HEADINGS, "language_name")
_PHONE = re.compile(r"\{phone:[^}]*\}")
_FIRST = "{phone:emergency}"


def problems(content: Content) -> Iterator[Problem]:
    """What one language has and another lacks."""
    yield from _topics(content)
    yield from _interfaces(content)
    yield from _cards(content)
    yield from _danger(content)


def _topics(content: Content) -> Iterator[Problem]:
    everywhere = {language: content.topic_ids.get(language, set()) for language in LANGUAGES_WITH_EVERYTHING}
    known = set().union(*everywhere.values())
    for language, names in content.topic_ids.items():
        for name in sorted(known - names) if language in everywhere else ():
            reason = f"The topic '{name}' is missing in '{language}'."
            yield Problem(f"{language}/{name}.md", 1, reason, "Write the file, or take it away everywhere.")
        for name in sorted(names - known):
            reason = f"The topic '{name}' exists neither in Finnish nor in English."
            yield Problem(f"{language}/{name}.md", 1, reason, "Write it in these languages first.")


def _interfaces(content: Content) -> Iterator[Problem]:
    texts = {language: dotted(located) for language, located in content.interface.items()}
    keys = set(_NEEDED).union(*texts.values()) if texts else set()
    for language, located in content.interface.items():
        file = f"{language}/{INTERFACE}"
        for key in sorted(keys - texts[language].keys()):
            line = located.line(tuple(key.split(".")[:-1]))
            yield Problem(file, line, f"The text '{key}' is missing.", "Add it; another language's file has it.")
        for path in located.lines:
            if path and isinstance(path[-1], int):
                yield Problem(file, located.line(path), "A list stands here.", "Give each text a name of its own.")
    yield from _values(content, texts)
    yield from _situations(content, texts)


def _values(content: Content, texts: dict[str, Mapping[str, str]]) -> Iterator[Problem]:
    """A text takes the same values (`{organisation}`) in every language."""
    languages = list(texts)
    for language in languages[1:]:
        for key in texts[language].keys() & texts[languages[0]].keys():
            if _names(texts[language][key]) != (expected := _names(texts[languages[0]][key])):
                line = content.interface[language].line(tuple(key.split(".")))
                reason = f"The text '{key}' does not have the same values in braces as in '{languages[0]}'."
                remedy = f"It should have: {', '.join(sorted(expected)) or 'none'}."
                yield Problem(f"{language}/{INTERFACE}", line, reason, remedy)


def _names(text: str) -> set[str]:
    return {f"{{{inside}}}" for inside in IN_BRACES.findall(text) if ":" not in inside}


def _situations(content: Content, texts: dict[str, Mapping[str, str]]) -> Iterator[Problem]:
    known = set().union(*content.topic_ids.values())
    for language, words in texts.items():
        for key in words:
            topic_id = key.removeprefix(f"{SITUATIONS}.")
            if topic_id != key and topic_id not in known:
                line = content.interface[language].line(tuple(key.split(".")))
                reason = f"A button of the first screen leads to the topic '{topic_id}', which is not there."
                yield Problem(f"{language}/{INTERFACE}", line, reason, "Write the id of a topic that exists.")


def _cards(content: Content) -> Iterator[Problem]:
    for language, located in content.card_files.items():
        file = f"{language}/{CARDS}"
        names = {path[0] for path in located.lines if len(path) == 1 and isinstance(path[0], str)}
        for name in sorted(set(CARD_NAMES) - names):
            yield Problem(file, 1, f"The card '{name}' is missing.", "Add it; another language's file has it.")
        for name in sorted(names - set(CARD_NAMES)):
            reason = f"There is no place for a card '{name}'."
            yield Problem(file, located.line((name,)), reason, f"The cards are: {', '.join(CARD_NAMES)}.")
    for (language, name), card in content.cards.items():
        for number, service_id in enumerate(card.services):
            if content.service_ids and service_id not in content.service_ids:
                line = content.card_files[language].line((name, "services", number))
                reason = f"There is no service '{service_id}' in services.yml."
                yield Problem(f"{language}/{CARDS}", line, reason, "Use an id of services.yml.")


def _danger(content: Content) -> Iterator[Problem]:
    """The emergency number is the first number of every danger card, in its first block."""
    for (language, name), card in content.cards.items():
        first = next(of_markdown("", 1, language, card.text, ""), None)
        numbers = _PHONE.findall(first.text) if first else []
        if name in DANGER_CARDS and numbers[:1] != [_FIRST]:
            line = content.card_files[language].line((name, "text"))
            reason = f"The danger card '{name}' does not name the emergency number first."
            yield Problem(f"{language}/{CARDS}", line, reason, f"Write {_FIRST} in the first paragraph.")
