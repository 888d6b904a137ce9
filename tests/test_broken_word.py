from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing.broken_word import check
from textlint.document import Document
from textlint.span import apply_edits


def fixed(text: str) -> str:
    document = Document(text)
    return apply_edits(
        text, [edit for across in ("line", "space") for f in check(document, across) for edit in f.edits]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no infor-\nmation here", "no information here"),
        ("no infor-\r\nmation here", "no information here"),
        ("no infor- mation here", "no information here"),
        ("a long-\nterm plan", "a long-term plan"),
        ("the re-\nelection of", "the re-election of"),
        ("Anna Holm-\nBerg said", "Anna Holm-Berg said"),
        ("The ferrymen met the ferry-\nmen of the islands", "The ferrymen met the ferrymen of the islands"),
        ("A ferry-man met the ferry-\nman of the islands", "A ferry-man met the ferry-man of the islands"),
    ],
)
def test_joins_or_keeps_the_hyphen(text: str, expected: str) -> None:
    assert fixed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "two- and three-hour trips",
        "two-\nand three-hour trips",
        "it is new- and he says so- but",
        "- harbour\n- quay",
        "a dash --\nthe",
    ],
)
def test_leaves_suspended_hyphens_dashes_and_lists_alone(text: str) -> None:
    assert fixed(text) == text


@given(st.text(st.sampled_from("ab -\n\rA’"), max_size=60))
def test_fixes_only_delete_in_any_text(text: str) -> None:
    after = fixed(text)
    assert len(after) <= len(text)
    assert after.translate({45: None}).split() or not text.translate({45: None}).split()
