"""Cached values are restored exactly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from textlint.startup import cache


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TEXTLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_cached_values_are_restored(own_folder: Path) -> None:
    assert cache.load("a") is None
    cache.keep("a", {"x": [1, ("é", None)]})
    assert cache.load("a") == {"x": [1, ("é", None)]}
    assert [path.name for path in own_folder.iterdir()] == ["a.marshal"]
    assert own_folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("content", [b"", b"\xff\xff", b"(\x05\x00\x00\x00"])
def test_a_damaged_file_is_ignored(own_folder: Path, content: bytes) -> None:
    own_folder.mkdir()
    (own_folder / "a.marshal").write_bytes(content)
    assert cache.load("a") is None


def test_derived_values_are_updated_when_a_source_changes(tmp_path: Path) -> None:
    source = tmp_path / "words.txt"
    source.write_text("one two")
    made: list[int] = []

    def words() -> list[str]:
        made.append(1)
        return source.read_text().split()

    for _ in range(2):
        assert cache.derived("words", [str(source)], words) == ["one", "two"]
    assert len(made) == 1
    source.write_text("three")
    assert cache.derived("words", [str(source)], words) == ["three"]
    source.write_text("fours")
    os.utime(source, ns=(1, 1))
    assert cache.derived("words", [str(source)], words) == ["fours"]


def test_a_missing_source_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        cache.derived("words", [str(tmp_path / "none")], list)
