"""Dependencies point one way, so that a reader can tell what a change may touch."""

import pytest

from tests.house_rules.source import PACKAGES, modules

ALLOWED = {
    "process": set(),
    "content": {"process"},
    "bot": {"process", "content"},
    "actions": {"process", "content"},
    "api": {"process", "content"},
    "bench": {"process", "content", "bot", "actions", "api"},
}
# The command line offers `lyhty eval`, which lives in bench; it is imported when that command is used.
EXCEPTIONS = {("api/cli.py", "bench")}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_only_what_it_may(package: str) -> None:
    wrong = {
        (m.name, name)
        for m in modules()
        if m.package == package
        for name in (full.split(".")[0] for full in m.imports())
        if name in PACKAGES and name != package and name not in ALLOWED[package] and (m.name, name) not in EXCEPTIONS
    }
    assert not wrong


def test_the_gateway_never_imports_rasa() -> None:
    wrong = [
        (m.name, n)
        for m in modules()
        if m.package in {"api", "content"}
        for n in m.imports()
        if n.split(".")[0] in {"rasa", "rasa_sdk"}
    ]
    assert not wrong


def test_the_two_applications_never_import_each_other() -> None:
    sides = {"api/visitor": "api.staff", "api/staff": "api.visitor"}
    wrong = [
        (m.name, n)
        for m in modules()
        for side, other in sides.items()
        if m.name.startswith(side)
        for n in m.imports()
        if n.startswith(other)
    ]
    assert not wrong


def test_what_both_applications_share_has_no_routes() -> None:
    wrong = [
        m.name
        for m in modules()
        if m.name.startswith("api/conversations/") and any(n.startswith("fastapi") for n in m.imports())
    ]
    assert not wrong


def test_a_store_knows_nothing_of_services_and_a_service_nothing_of_endpoints() -> None:
    wrong = [
        (m.name, name)
        for m in modules()
        for name in m.imports()
        if (m.path.name == "store.py" and name.rsplit(".", 1)[-1] in {"service", "endpoints"})
        or (m.path.name == "service.py" and name.rsplit(".", 1)[-1] == "endpoints")
    ]
    assert not wrong
