"""The small folder for every test of the content library, and the real content read once."""

from pathlib import Path

import pytest

from content.library import Library
from tests.content.small_folder import SmallFolder

REAL_CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def folder(tmp_path: Path) -> SmallFolder:
    return SmallFolder(tmp_path / "content")


@pytest.fixture(scope="session")
def real() -> Library:
    """The content of the product."""
    return Library.load(REAL_CONTENT)
