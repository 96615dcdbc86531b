"""Words that tell who somebody is are masked before they go anywhere: to the dialogue model or into the transcript.

A visitor is told to leave such things out, and writes them all the same. What is masked is replaced by a word in
brackets, so that the sentence can still be understood ("my name is [name]"), and the visitor is told which kinds were
masked. It errs on the side of masking, but not at any price: a masked word that mattered can turn an answer wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.visitor.privacy.address import find_addresses
from api.visitor.privacy.bank_account import find_bank_accounts
from api.visitor.privacy.document import find_documents
from api.visitor.privacy.email import find_emails
from api.visitor.privacy.handle import find_handles
from api.visitor.privacy.identity_code import find_identity_codes
from api.visitor.privacy.name import find_names
from api.visitor.privacy.phone import find_phones
from api.visitor.privacy.plate import find_plates
from api.visitor.privacy.reading import PLACEHOLDERS, Found, Reading

# In the order of trust: where two overlap, the earlier one wins. Phones come after these: many numbers look like one.
_FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (
    find_emails,
    find_identity_codes,
    find_bank_accounts,
    find_documents,
    find_addresses,
    find_plates,
    find_handles,
)


@dataclass(frozen=True)
class Masked:
    """A message without what tells who somebody is."""

    text: str
    kinds: list[str]
    """The kinds that were masked, each once, in the order of their first place."""
    spans: list[Found]
    """Where they stood in the message as typed, in order."""


def mask(message: str, help_numbers: frozenset[str] = frozenset()) -> Masked:
    """Mask what tells who somebody is. Masking a masked text again changes nothing.

    Args:
        message: as the visitor typed it.
        help_numbers: phone numbers of helping organisations, which are never masked, as `dialled_numbers` makes them;
            emergency, toll-free and the state's numbers are known without.
    """
    reading = Reading.of(message)
    spans: list[Found] = []
    # What was masked changes what stands beside it, so the rest is read again until nothing more is found.
    while taken := _taken(reading.text, help_numbers):
        spans.extend(reading.in_message(found) for found in taken)
        reading = reading.without(taken)
    spans.sort(key=lambda found: found.start)
    return Masked(_replaced(message, spans), list(dict.fromkeys(found.kind for found in spans)), spans)


def _taken(text: str, help_numbers: frozenset[str]) -> list[Found]:
    taken: list[Found] = []
    for found in _all_found(text, help_numbers):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.start)


def _all_found(text: str, help_numbers: frozenset[str]) -> Iterator[Found]:
    for finder in _FINDERS:
        yield from finder(text)
    yield from find_phones(text, help_numbers)
    yield from find_names(text)


def _replaced(message: str, spans: list[Found]) -> str:
    parts: list[str] = []
    done = 0
    for found in spans:
        parts += [message[done : found.start], PLACEHOLDERS[found.kind]]
        done = found.end
    return "".join([*parts, message[done:]])
