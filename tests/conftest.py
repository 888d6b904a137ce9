"""What all tests share: how hard the laws are tried, and a cache folder that is nobody's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}
# The same examples in every run, so that a build fails for what was changed; the nightly run looks for new ones.
settings.register_profile("default", max_examples=500, derandomize=True, **_COMMON)
settings.register_profile("nightly", max_examples=10_000, print_blob=True, **_COMMON)
settings.register_profile("quick", max_examples=50, derandomize=True, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the rule caches of a test run away from those of the user, in this process and in those it starts."""
    os.environ["TEXTLINT_CACHE_DIR"] = str(tmp_path_factory.getbasetemp().parent / f"cache-{os.getpid()}")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of its own that is the present one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder
