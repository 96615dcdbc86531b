"""What tests of pages share."""

import httpx
import pytest

from tests.api.visitor.pages.reader import Reader


@pytest.fixture
def reader(client: httpx.AsyncClient) -> Reader:
    return Reader(client)
