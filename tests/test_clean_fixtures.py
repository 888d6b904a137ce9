"""Articles that look like page furniture, or speak of it, stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from textlint.api import Linter

CLEAN = sorted((Path(__file__).parent.parent / "fixtures" / "clean").glob("*.txt"))
FURNITURE = ("BP", "RP", "MK", "RS", "ST")


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_no_furniture_is_found(path: Path) -> None:
    assert [item.text for item in Linter(select=FURNITURE).lint_text(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_no_safe_fix_touches_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert Linter().fix_text(text) == text
