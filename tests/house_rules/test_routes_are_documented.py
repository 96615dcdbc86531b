"""Every route of both applications stands in the documents, so that a reader knows what can be reached."""

import re

from fastapi import FastAPI

from api.settings import Settings
from api.staff.app import create_app as staffs_app
from api.visitor.app import create_app as visitors_app
from tests.api.visitor.test_every_route import routes_of
from tests.house_rules.source import ROOT

SETTINGS = Settings.from_environment({"LYHTY_VALKEY_URL": "unix:///nowhere.sock"})


def _documented() -> set[str]:
    return set(re.findall(r"`(?:GET |POST |DELETE )?(/[^\s`]*)`", (ROOT / "docs" / "how-it-works.md").read_text()))


def _paths(app: FastAPI) -> set[str]:
    """Paths in the documents' form: the placeholder stays, and the test of every route puts `fi` and `x` for it."""
    found = {path for _, path in routes_of(app.routes)}
    assert len(found) >= 2, "the list of routes was not found, so nothing would be tested"
    return {re.sub(r"^/fi/", "/{language}/", re.sub(r"^/static/.*", "/static/…", path)) for path in found}


def test_every_route_of_the_visitors_application_is_documented() -> None:
    assert _paths(visitors_app(SETTINGS)) - _documented() == set()


def test_every_route_of_the_staffs_application_is_documented() -> None:
    assert _paths(staffs_app(SETTINGS)) - _documented() == set()
