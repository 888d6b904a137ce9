from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing.run_together import check
from textlint.document import Document
from textlint.span import apply_edits

KINDS = ("words", "capital", "sentence", "punctuation", "several")
TEXT = "The harbour office said thatthe ferry had leftthe harbour, and the pilots weresleeping."


def test_puts_the_spaces_back() -> None:
    findings = list(check(Document(TEXT), "words"))
    assert [finding.values["parted"] for finding in findings] == ["that the", "left the", "were sleeping"]
    edits = [edit for finding in findings for edit in finding.edits]
    assert apply_edits(TEXT, edits) == (
        "The harbour office said that the ferry had left the harbour, and the pilots were sleeping."
    )


def test_a_kind_yields_only_its_own() -> None:
    assert not list(check(Document(TEXT), "capital"))


@given(st.lists(st.sampled_from([*TEXT.split(), "toParliament", "again.The", "late,but", "\n", "“"]), max_size=30))
def test_fixes_change_only_spaces(chunks: list[str]) -> None:
    text = " ".join(chunks)
    edits = [edit for kind in KINDS for finding in check(Document(text), kind) for edit in finding.edits]
    fixed = apply_edits(text, edits)
    assert "".join(fixed.split()) == "".join(text.split())
