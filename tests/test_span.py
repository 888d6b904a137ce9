"""Edits are applied in order, and rejected if they overlap."""

from __future__ import annotations

import pytest

from textlint.span import Edit, apply_edits


def test_edits_are_applied_in_order_of_place() -> None:
    assert apply_edits("abcdef", [Edit(4, 5, "E"), Edit(0, 1, ""), Edit(2, 2, "-")]) == "b-cdEf"


def test_no_edits_leave_the_text_unchanged() -> None:
    assert apply_edits("abc", []) == "abc"


@pytest.mark.parametrize("edits", [[Edit(0, 2, ""), Edit(1, 3, "")], [Edit(0, 3, "x"), Edit(1, 2, "y")]])
def test_overlapping_edits_are_rejected(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits("abcdef", edits)
