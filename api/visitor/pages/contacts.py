"""Which helping organisations of an answer stand side by side, and which are folded away.

Many people fear authorities, so the first that is shown is always a pair: an authority and one that is no part of the
state. Within each kind the editor's order holds, but one that can be called goes before one that has a web page only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from api.visitor.messages.schemas import ServiceShown

_EMERGENCY = "emergency"


@dataclass(frozen=True)
class Contacts:
    """The services of one answer: those shown at once, and the others."""

    first: tuple[ServiceShown, ...]
    others: tuple[ServiceShown, ...]


def arranged(services: Sequence[ServiceShown], in_danger: bool = False) -> Contacts:
    """One service of each kind first; the emergency number only where no other authority is named.

    In danger the editor's order holds as it is: what stands first there was put first for a reason.
    """
    if in_danger:
        return Contacts(tuple(services[:2]), tuple(services[2:]))
    best = [found for kind in ("authority", "independent") if (found := _best(services, kind)) is not None]
    first = tuple(service for service in services if service in best)
    return Contacts(first, tuple(service for service in services if service not in first))


def _best(services: Sequence[ServiceShown], kind: str) -> ServiceShown | None:
    of_kind = [service for service in services if service.kind == kind]
    return min(of_kind, key=lambda service: (service.id == _EMERGENCY, not service.phones), default=None)
