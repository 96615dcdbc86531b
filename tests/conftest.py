"""What all tests share: one running Lyhty, started when the first test asks for it."""

from collections.abc import Iterator

import pytest

from bench.running import RunningLyhty, run_lyhty


@pytest.fixture(scope="session")
def lyhty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningLyhty]:
    """The whole of Lyhty, with limits off, since all tests come from one address."""
    with run_lyhty(tmp_path_factory.mktemp("lyhty"), {"LYHTY_LIMITS": "off"}) as running:
        yield running
