"""Lines and paragraphs that stand twice."""

from __future__ import annotations

from textlint.checks.repetition.doubled_line import check
from textlint.document import Document

PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)


def found(text: str, unit: str) -> list[str]:
    return [text[finding.start : finding.end] for finding in check(Document(text), unit)]


def test_the_same_short_line_twice_in_a_row() -> None:
    assert found("close\n\nclose\nopen\n", "line") == ["close"]


def test_lines_with_another_between_or_without_letters_are_left_alone() -> None:
    assert not found("close\nopen\nclose\n", "line")
    assert not found("12\n12\n", "line")


def test_a_line_of_a_column_is_left_alone() -> None:
    assert not found("pro\npro\npro\npro\n", "line")


def test_the_same_paragraph_later() -> None:
    assert found(f"{PARAGRAPH}\n\nMeanwhile\n\n{PARAGRAPH}\n", "paragraph") == [PARAGRAPH]


def test_blanks_inside_do_not_matter_but_words_do() -> None:
    assert found(f"{PARAGRAPH}\n{PARAGRAPH.replace(' ', '  ')}\n", "paragraph")
    assert not found(f"{PARAGRAPH}\n{PARAGRAPH.replace('eleven', 'twelve')}\n", "paragraph")


def test_a_refrain_is_left_alone() -> None:
    assert not found(f"{PARAGRAPH}\n" * 3, "paragraph")
