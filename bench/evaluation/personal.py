"""The figures about personal data: what of it is masked, and what else is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.visitor.messages.words import readable
from api.visitor.privacy import mask
from bench.evaluation.rows import Confided
from bench.evaluation.shares import Share
from bench.evaluation.tables import Shares, Table


@dataclass(frozen=True)
class _Secret:
    """One personal thing."""

    kind: str
    language: str
    masked: bool


@dataclass(frozen=True)
class _Reading:
    """A line after masking: its personal things, and how many letters and digits are none, in all and masked."""

    language: str
    secrets: tuple[_Secret, ...]
    harmless: int
    harmless_masked: int

    @property
    def has_nothing_personal(self) -> bool:
        return not self.secrets


def tables(rows: Sequence[Confided]) -> dict[str, Table]:
    """The figures, by the names that the report file gives them. Something counts as masked when all of its letters
    and digits are.
    """
    readings = [_read(row) for row in rows]
    secrets = [secret for reading in readings for secret in reading.secrets]
    clean = [reading for reading in readings if reading.has_nothing_personal]
    return {
        "by_kind": Table.by("Personal data", secrets, lambda secret: secret.kind, _masked),
        "by_language": Table.by("Personal data, by language", secrets, lambda secret: secret.language, _masked),
        "texts_without": Table.by("Texts without personal data", clean, lambda one: one.language, _masked_falsely),
        "characters": Table.by(
            "Letters and digits that are not personal", readings, lambda one: one.language, _characters
        ),
    }


def _read(row: Confided) -> _Reading:
    text = readable(row.text)
    masked = {place for span in mask(text).spans for place in range(span.start, span.end)}
    written = {place for place, character in enumerate(text) if character.isalnum()}
    secrets, personal = [], set[int]()
    for kind, places in _places(row, text):
        personal |= places
        secrets.append(_Secret(kind, row.language, masked=places & written <= masked))
    harmless = written - personal
    return _Reading(row.language, tuple(secrets), len(harmless), len(harmless & masked))


def _places(row: Confided, text: str) -> Iterator[tuple[str, set[int]]]:
    """The kind and the places of each span; the same words labelled twice stand at two places."""
    behind: dict[str, int] = {}
    for span in row.spans:
        start = text.find(span.text, behind.get(span.text, 0))
        start = start if start >= 0 else text.find(span.text)
        behind[span.text] = start + len(span.text)
        yield span.kind, set(range(start, behind[span.text]))


def _masked(secrets: list[_Secret]) -> Shares:
    return {"masked": Share.of_flags(secret.masked for secret in secrets)}


def _masked_falsely(readings: list[_Reading]) -> Shares:
    return {"masked_falsely": Share.of_flags(reading.harmless_masked > 0 for reading in readings)}


def _characters(readings: list[_Reading]) -> Shares:
    masked = sum(reading.harmless_masked for reading in readings)
    return {"masked_falsely": Share(masked, sum(reading.harmless for reading in readings))}
