"""Shared texts and the glossary: the same names in every language, and none that no answer needs."""

from collections.abc import Iterator

from content.problems import Problem
from content.reading import SHARED, Content
from content.schema import LANGUAGES_WITH_EVERYTHING


def problems(content: Content) -> Iterator[Problem]:
    """What one language's file of shared texts has and another's lacks."""
    names = {language: set(content.shared.get(language, ())) for language in LANGUAGES_WITH_EVERYTHING}
    for language, own in names.items():
        for name in sorted(set().union(*names.values()) - own):
            reason = f"The shared text '{name}' is missing."
            yield Problem(f"{language}/{SHARED}", 1, reason, "Add it; another language's file has it.")
