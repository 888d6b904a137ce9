"""Controls, private characters, lost ones and ligatures are told apart, and text that needs them is left alone."""

from __future__ import annotations

import pytest

from textlint.checks.encoding.odd_characters import check
from textlint.document import Document
from textlint.span import apply_edits


def fixed(text: str, kind: str) -> str:
    return apply_edits(text, [edit for finding in check(Document(text), kind) for edit in finding.edits])


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("windows", "didn\u0092t wait\u0085 \u0093no\u0094", "didn’t wait… “no”"),
        ("windows", "parl\u00e9\u0085 Tu", "parlé… Tu"),
        ("control", "red\x1b[31m boat\x1b[0m \x07", "red boat "),
        ("control", "a\u202cb \ufffc", "ab "),
        ("ligature", "oﬃce ﬂoor", "office floor"),
        ("private-use", "\uf0b7 one", "• one"),
        ("private-use", "one \ue900", "one "),
    ],
)
def test_repairs(kind: str, before: str, after: str) -> None:
    assert fixed(before, kind) == after


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("windows", "â\u0080\u0099 and Ã\u0083"),
        ("control", "שלום\u200f, a\tb\r\n"),
        ("ligature", "œuvre"),
        ("private-use", "• one"),
        ("replacement", "what? so!"),
    ],
)
def test_left_alone(kind: str, text: str) -> None:
    assert all(finding.applicability == "display" for finding in check(Document(text), kind))


def test_a_byte_of_utf_8_is_shown_only() -> None:
    (finding,) = check(Document("Hugo Châ\u009c"), "windows")
    assert finding.applicability == "display"


def test_a_control_without_a_windows_character_has_a_note_and_no_repair() -> None:
    (finding,) = check(Document("The fog \x81 came."), "windows")
    assert finding.edits == () and finding.values["note"] == "Look up the right character in the original"


def test_lost_characters_have_no_repair() -> None:
    (finding,) = check(Document("caf\ufffd\ufffd"), "replacement")
    assert finding.edits == () and finding.values["codes"] == "U+FFFD U+FFFD"


def test_a_control_inside_a_word_is_a_doubtful_deletion() -> None:
    (finding,) = check(Document("co\x02operate"), "control")
    assert finding.applicability == "unsafe"
