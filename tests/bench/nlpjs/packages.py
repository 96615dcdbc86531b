"""NLP.js itself, installed once for all tests where there is Node; a sentence says why tests are skipped without."""

from pathlib import Path

import pytest

from bench.left_out import ComparisonUnavailable
from bench.nlpjs.environment import install
from bench.training import ROOT


def installed() -> Path:
    """The folder with its packages, in the cache that `make eval` uses; skips where it cannot be had."""
    try:
        return install(ROOT / ".cache")
    except ComparisonUnavailable as error:
        pytest.skip(str(error))
