"""Find several spaces, or a tab, between two words."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.characters import NO_BREAK_SPACE

_RUN = patterns.expression(r"(?<=\S) {2,}+(?=\S)")  # for folded text, where tabs and no-break spaces are spaces too
_TAB = patterns.expression(r"(?<=\S)\t(?=\S)")
_WIDE = patterns.expression(r"\S(?: {3,}|\t)")
_MARKER = patterns.expression(r"\s{0,9}(?:[-*•·▪◦‣–\uf0a7\uf0b7]|\(?\w{1,3}[.)])[ \t]")  # the marker of a list item
_SENTENCE_GAP = patterns.expression(r"[.!?:][\"'”’)]* (?= ?[\"'“‘(]?[A-Z])")
_AFTER_MARK = patterns.expression(r"[.!?:][\"'”’)]*$")
# This many double spaces after sentences, and more than single ones, are a habit; chosen by reading, not measured.
_CONVENTION = 3
_FRENCH = ":;!?»%"


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield runs of spaces (`kind` "run") or single tabs ("tab") between words, with a fix that writes one space.

    Lines that look like table rows and code are left alone, and so are two spaces after a sentence if the text does
    that throughout.
    """
    text = document.text
    if kind == "tab":
        if "\t" in text:
            yield from _findings(document, _TAB, text, False)
    elif "  " in document.folded:
        yield from _findings(document, _RUN, document.folded, _spaces_sentences_twice(text))


def _findings(document: Document, pattern: patterns.Pattern[str], text: str, doubled: bool) -> Iterator[Finding]:
    for match in pattern.finditer(text):
        start, end = match.span()
        if doubled and end - start == 2 and _AFTER_MARK.search(text, max(0, start - 4), start):
            continue
        if _is_row(document, start) or document.layer(code.build).holds(start):
            continue
        french = document.text[end] in _FRENCH or document.text[start - 1] == "«"
        keep = french and NO_BREAK_SPACE in document.text[start:end]
        yield Finding(start, end, edits=(Edit(start, end, NO_BREAK_SPACE if keep else " "),))


def _is_row(document: Document, offset: int) -> bool:
    """Say whether the line is a table row: it has several wide gaps, or one and a line next to it has one too."""
    index = document.lines.index_at(offset)
    here = _gaps(document, index)
    return here > 1 or (here == 1 and (_gaps(document, index - 1) > 0 or _gaps(document, index + 1) > 0))


def _gaps(document: Document, index: int) -> int:
    if not 0 <= index < len(document.lines):
        return 0
    start, end = document.lines[index]
    if marker := _MARKER.match(document.text, start, end):
        start = marker.end()
    return sum(1 for _ in _WIDE.finditer(document.text, start, min(end, start + 2000)))


def _spaces_sentences_twice(text: str) -> bool:
    doubles = singles = 0
    for match in _SENTENCE_GAP.finditer(text):
        if text[match.end()] == " ":
            doubles += 1
        else:
            singles += 1
    return doubles >= _CONVENTION and doubles > singles
