from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.spacing import run_together
from textlint.checks.spacing.run_together import check
from textlint.document import Document
from textlint.layers.words.run_together import RunTogether
from textlint.span import Edit, Finding, apply_edits

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
    text = TEXT + " He went toParliament in June,but nobody was there.The fog had beenwaitingfor him."
    found = {kind: [text[item.start : item.end] for item in check(Document(text), kind)] for kind in KINDS}
    assert found == {
        "words": ["thatthe", "leftthe", "weresleeping"],
        "capital": ["toParliament"],
        "sentence": ["there.The"],
        "punctuation": ["June,but"],
        "several": ["beenwaitingfor"],
    }


@pytest.mark.parametrize("is_sure", [True, False])
@pytest.mark.parametrize("is_beside", [True, False])
def test_what_a_finding_says(is_sure: bool, is_beside: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        RunTogether(2, 11, (4, 8), "several", is_sure, is_beside),
        RunTogether(12, 17, (17,), "punctuation", is_sure, is_beside),
    ]
    monkeypatch.setattr(run_together, "find_run_together", lambda document: found)
    document = Document("a zqabcdvwx zqvx,be")
    (several,) = check(document, "several")
    assert several == Finding(
        2,
        11,
        values={"parted": "zq abcd vwx"},
        edits=(Edit(4, 4, " "), Edit(8, 8, " ")),
        notes=("A no-break space is next to it, which often means that a link was stripped.",) if is_beside else (),
        applicability=None if is_sure else "unsafe",
    )
    (punctuation,) = check(document, "punctuation")
    assert punctuation.values == {"parted": "zqvx,"}
    assert list(check(document, "words")) == []


@given(st.lists(st.sampled_from([*TEXT.split(), "toParliament", "again.The", "late,but", "\n", "“"]), max_size=30))
def test_fixes_change_only_spaces(chunks: list[str]) -> None:
    text = " ".join(chunks) + f"\n\n{TEXT}"
    edits = [edit for kind in KINDS for finding in check(Document(text), kind) for edit in finding.edits]
    fixed = apply_edits(text, edits)
    assert "".join(fixed.split()) == "".join(text.split())
    assert "said that the ferry" in fixed
