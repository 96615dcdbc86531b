"""An authority stands beside an organisation that is none, and one that can be called goes first."""

import pytest

from api.visitor.messages.schemas import PhoneShown, ServiceShown
from api.visitor.pages.contacts import arranged

PHONE = PhoneShown(number="1", tel="1", cost="free", on_bill="no", on_call_log="yes")


def service(name: str, kind: str, phone: bool = True) -> ServiceShown:
    return ServiceShown(
        id=name, kind=kind, name=name, what=name, phones=[PHONE] if phone else [], anonymous="unknown"
    )  # fmt: skip


EMERGENCY = service("emergency", "authority")
OFFICE = service("office", "authority")
WEB = service("web", "independent", phone=False)
FRIEND = service("friend", "independent")


@pytest.mark.parametrize(
    ("given", "first", "others"),
    [
        ([WEB, FRIEND, OFFICE, EMERGENCY], ["friend", "office"], ["web", "emergency"]),
        ([EMERGENCY, FRIEND], ["emergency", "friend"], []),
        ([WEB, OFFICE], ["web", "office"], []),
        ([OFFICE], ["office"], []),
        ([], [], []),
    ],
)
def test_one_of_each_kind_comes_first(given: list[ServiceShown], first: list[str], others: list[str]) -> None:
    found = arranged(given)
    assert [each.id for each in found.first] == first
    assert [each.id for each in found.others] == others


def test_in_danger_the_editors_order_holds() -> None:
    found = arranged([EMERGENCY, OFFICE, FRIEND], in_danger=True)
    assert [each.id for each in found.first] == ["emergency", "office"]
    assert [each.id for each in found.others] == ["friend"]
