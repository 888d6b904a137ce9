from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing.split_words import check
from textlint.document import Document
from textlint.span import apply_edits


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("The govern ment has promised a ferry.", "The government has promised a ferry."),
        ("Most pas sengers were asleep.", "Most passengers were asleep."),
        ("There was little informa tion.", "There was little information."),
    ],
)
def test_joins_what_is_one_word(text: str, fixed: str) -> None:
    assert apply_edits(text, [edit for finding in check(Document(text)) for edit in finding.edits]) == fixed


@pytest.mark.parametrize(
    "text",
    [
        "The crew may be out side by side with them.",
        "Ropes, nets et cetera are sold by Al Bashir.",
        "An other-worldly fog.",
    ],
)
def test_leaves_two_words_alone(text: str) -> None:
    assert not list(check(Document(text)))


@given(st.text(max_size=200))
def test_fixes_delete_only_spaces_in_any_text(text: str) -> None:
    findings = list(check(Document(text)))
    fixed = apply_edits(text, [edit for finding in findings for edit in finding.edits])
    assert "".join(fixed.split()) == "".join(text.split())
