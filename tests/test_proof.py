"""An edit that does not keep what its kind requires is rejected (R6)."""

from __future__ import annotations

import pytest
from edit_strategies import edits_of
from hypothesis import given
from hypothesis import strategies as st

from textlint.edits.proof import is_accounted_for, keeps
from textlint.span import Edit, apply_edits


@pytest.mark.parametrize(
    ("kind", "before", "after", "holds"),
    [
        ("rest", "spam", "", True),
        ("rest", "spam", " ", True),
        ("rest", "\n\nspam\n", "\n", True),
        ("rest", "spam", "s", False),
        ("rest", "", " ", False),
        ("rest", "a", "  ", False),
        ("rest", "spam", "eggs", False),
        ("letters", "surveyrevealed", "survey revealed", True),
        ("letters", "a \u00a0\u200bb", "a b", True),
        ("letters", "in\u00adter", "inter", True),
        ("letters", "spam", "spma", False),
        ("letters", "spam", "Spam", False),
        ("letters", "spam", "spa m.", False),
        ("letters", "1,000", "1000", False),
        ("letters", "e\u0301", "é", False),
        ("bytes", "â€™", "’", True),
        ("bytes", "Ã©", "é", True),
        ("bytes", "&amp;", "&", True),
        ("bytes", "&rsquo;", "’", True),
        ("bytes", "Ã©", "e", False),
        ("bytes", "â€™", "'", False),
        ("bytes", "&amp;", "and", False),
        ("bytes", "spam", "eggs", False),
        ("rest", "spam", "\n \t ", True),
        ("rest", " ", "\n", True),
        ("bytes", "\x93", "“", True),  # Windows-1252 as Latin-1
        ("bytes", "\x93", "”", False),
        ("bytes", "√©", "é", True),  # UTF-8 as Mac Roman
        ("bytes", "Р¶", "ж", True),  # UTF-8 as Windows-1251
        ("bytes", "├⌐", "é", True),  # UTF-8 as code page 437
        ("bytes", "ГѓВ©", "é", True),  # as Windows-1252, then as Windows-1251
        ("bytes", "ÃƒÂ©", "é", True),  # twice
        ("bytes", "ÃƒÂ©", "e", False),
        ("bytes", "é", "\ud800", False),
        ("bytes", "é", "é", True),
        ("nothing", "spam", "eggs", True),
    ],
)
def test_what_each_kind_keeps(kind: str, before: str, after: str, holds: bool) -> None:
    assert keeps(kind, f"x{before}y", [Edit(1, 1 + len(before), after)]) is holds


def test_a_single_wrong_edit_is_enough() -> None:
    assert not keeps("letters", "a b c", [Edit(1, 2, ""), Edit(4, 5, "d")])


@given(st.data(), st.text(alphabet="abc \n", max_size=12))
def test_edits_account_only_for_their_own_result(data: st.DataObject, text: str) -> None:
    edits = data.draw(edits_of(text))
    after = apply_edits(text, edits)
    assert is_accounted_for(text, after, edits)
    assert not is_accounted_for(text, after + "X", edits)


def test_edits_that_overlap_account_for_nothing() -> None:
    assert not is_accounted_for("abcdef", "af", [Edit(1, 4, ""), Edit(3, 5, "")])
    assert is_accounted_for("abcdef", "af", [Edit(1, 5, "")])
    assert not is_accounted_for("abcdef", "ae", [Edit(1, 5, "")])


def test_no_edits_keep_everything() -> None:
    assert keeps("letters", "spam", [])
