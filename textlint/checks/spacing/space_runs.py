"""Several blanks, or a tab, between two words."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.characters import NO_BREAK_SPACE

_RUN = patterns.expression(r"(?<=\S) {2,}+(?=\S)")  # in the folded text, where tabs and no-break spaces are blanks too
_TAB = patterns.expression(r"(?<=\S)\t(?=\S)")
_WIDE = patterns.expression(r"\S(?: {3,}|\t)")
_MARKER = patterns.expression(r"\s{0,9}(?:[-*•·▪◦‣–\uf0a7\uf0b7]|\(?\w{1,3}[.)])[ \t]")  # of an item in a list
_SENTENCE_GAP = patterns.expression(r"[.!?:][\"'”’)]* (?= ?[\"'“‘(]?[A-Z])")
_AFTER_MARK = patterns.expression(r"[.!?:][\"'”’)]*$")
# Double spaces after sentences, and more than single ones, that make a habit of them; chosen by reading, not measured.
_CONVENTION = 3
_FRENCH = ":;!?»%"


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield runs of blanks (`kind` "run") or single tabs ("tab") between words, with one blank as the repair.

    Lines that look like the rows of a table, and code, are left alone, and so are two blanks after each sentence where the
    text does so throughout.
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
    """Say whether the line is a row of a table: wide gaps, several of them or in the next line as well."""
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
