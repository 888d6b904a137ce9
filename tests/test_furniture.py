"""What is known of lines by their cues, and the checks that use it."""

from __future__ import annotations

from textlint.checks.boilerplate import between_furniture
from textlint.document import Document
from textlint.edits.line_deletion import cut_line
from textlint.layers.page.furniture import furniture, is_label, nearest_sure
from textlint.span import Cue, Edit

PARAGRAPH = (
    "The board voted on Tuesday to close the old market for eleven weeks, and the traders have until Friday to move."
)


def document_with(text: str, **cues: str) -> Document:
    found = sorted(Cue(text.index(words), text.index(words) + len(words), kind) for kind, words in cues.items())
    return Document(text, cues=found)


def test_a_short_line_with_a_cue_is_sure() -> None:
    document = document_with(f"{PARAGRAPH}\nShare this now\n", share="Share this")
    assert document.layer(furniture).sure == (False, True)
    assert document.layer(furniture).kinds[1] == {"share"}


def test_a_label_between_two_sure_lines_is_found_outside_the_article_only() -> None:
    text = f"{PARAGRAPH}\n{PARAGRAPH}\nShare this\nBy Tarn Data\nPrint\n"
    document = document_with(text, share="Share this", tool="Print")
    (finding,) = between_furniture.check(document)
    assert text[finding.start : finding.end] == "By Tarn Data"
    assert finding.notes == ("between a line of kind “share” and one of kind “tool”",)


def test_nothing_is_found_without_cues_or_in_a_sentence() -> None:
    text = f"{PARAGRAPH}\nShare this\nBy Tarn Data\nPrint\n"
    assert not list(between_furniture.check(Document(text)))
    document = document_with(text.replace("By Tarn Data", "He left."), share="Share this", tool="Print")
    assert not list(between_furniture.check(document))


def test_labels() -> None:
    assert is_label("News with a local lens")
    assert not is_label("It rained.")
    assert not is_label("one two three four five six seven eight nine ten eleven twelve thirteen")


def test_nearest_sure() -> None:
    assert nearest_sure([True, False, False], 2, -1, 2) == 0
    assert nearest_sure([True, False, False], 2, -1, 1) is None
    assert nearest_sure([True, False, False], 2, 1, 3) is None


def test_cut_line_takes_the_break() -> None:
    document = Document("a\r\nbc\r\nd")
    assert cut_line(document, 3, 4) == Edit(3, 7, "")
    assert cut_line(document, 7, 8) == Edit(7, 8, "")
