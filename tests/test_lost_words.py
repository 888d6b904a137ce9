from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textlint.checks.structure.lost_words import check
from textlint.document import Document

KINDS = ("between", "before_mark", "brackets", "marks", "sentence", "paragraph")


def found(text: str, kind: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in check(Document(text), kind)]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("between", "the letter of the from last week", ["the from"]),
        ("before_mark", "they wrote to the , and waited for .", ["the ,", "for ."]),
        ("brackets", "it was late ( ) and foggy []", ["( )", "[]"]),
        ("marks", "the islands, , and the mainland", [", ,"]),
        ("sentence", "It was late. says the office.", ["says"]),
        ("paragraph", "It was late again.\n\n, who had waited since noon, went home in the fog.", [","]),
        ("paragraph", "erry pilots have waited since noon for the fog to lift, and went home.", ["erry"]),
    ],
)
def test_finds_where_words_are_missing(kind: str, text: str, words: list[str]) -> None:
    assert found(text, kind) == words


@pytest.mark.parametrize("kind", KINDS)
def test_finds_nothing_in_ordinary_text(kind: str) -> None:
    text = (
        "Against the will of the crew, save() was called (twice) for a while . . . as Dr. med. Holm of E.U. fame said: “Well, no.”\n"
        "- [ ] paint the quay, which must be done before the summer, as the harbour office said.\n"
    )
    assert found(text, kind) == []


def test_a_line_that_runs_on_is_no_headless_paragraph() -> None:
    assert found("The fog in the harbour\nis to blame for the delay, as the office said.", "paragraph") == []


def test_never_offers_a_repair() -> None:
    text = "The letter of the from , ( ) was late. says he."
    assert not any(finding.edits for kind in KINDS for finding in check(Document(text), kind))


@given(st.text(max_size=200), st.sampled_from(KINDS))
def test_any_text_is_survived(text: str, kind: str) -> None:
    assert all(0 <= finding.start <= finding.end <= len(text) for finding in check(Document(text), kind))
