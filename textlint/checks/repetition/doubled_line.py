"""Find lines that are repeated in a row, and paragraphs that are repeated anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import eq

from textlint.document import Document
from textlint.edits.line_deletion import cut_line
from textlint.layers.page.headline import headline
from textlint.layers.shared.visible import visible_lines
from textlint.span import Finding
from textlint.startup import patterns
from textlint.text.characters import THIN_SPACES

_LETTERS = patterns.expression(r"[^\W\d_]")
_SHORTEST_PARAGRAPH = 80  # code points; nobody writes this much twice by chance; chosen by reading, not measured
# Code points; if no two paragraphs start with the same ones, none is repeated; chosen by reading, not measured.
_BEGINNING = 24
# characters that are spaces for `str.split` but not for folding
_ODD_BLANKS = frozenset(THIN_SPACES + "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")
# A paragraph that appears this often is a refrain or a form letter, not a mistake; chosen by reading, not measured.
_REFRAIN = 3
_COLUMN = 4  # a line that appears this often is a column heading or a list label; chosen by reading, not measured


def check(document: Document, unit: str) -> Iterator[Finding]:
    """Yield lines that repeat: `unit` is "line" (short, the same as the line before) or "paragraph" (long, anywhere)."""
    yield from (_paragraphs if unit == "paragraph" else _lines)(document)


def _lines(document: Document) -> Iterator[Finding]:
    lines = document.layer(visible_lines)
    words = [document.text[start:end].strip() for start, end in lines]
    if not any(map(eq, words, words[1:])):
        return
    found = document.layer(headline)
    headlines = set(found.again) if found else set()
    times = Counter(words)
    before, at = "", 0
    for (start, end), line in zip(lines, words, strict=True):
        is_line = len(line) < _SHORTEST_PARAGRAPH and times[line] < _COLUMN and (start, end) not in headlines
        if line == before and is_line and _LETTERS.search(line):
            yield Finding(start, end, {"line": str(document.lines.position(at)[0])}, (cut_line(document, start, end),))
        else:
            at = start
        before = line


def _paragraphs(document: Document) -> Iterator[Finding]:
    folded = document.folded
    long = [(start, end) for start, end in document.layer(visible_lines) if end - start >= _SHORTEST_PARAGRAPH]
    beginnings = {folded[start : start + _BEGINNING] for start, _ in long}
    joined = "\n" + "\n".join(beginnings)
    has_odd_blanks = "  " in joined or "\n " in joined or not document.characters.isdisjoint(_ODD_BLANKS)
    if len(beginnings) == len(long) and not has_odd_blanks:
        return
    places: dict[str, list[tuple[int, int]]] = {}
    for start, end in long:
        places.setdefault(" ".join(document.text[start:end].split()), []).append((start, end))
    found = document.layer(headline)
    headlines = set(found.again) if found else set()
    for paragraph, spans in places.items():
        if not 1 < len(spans) < _REFRAIN or len(paragraph) < _SHORTEST_PARAGRAPH:
            continue
        line = str(document.lines.position(spans[0][0])[0])
        for start, end in spans[1:]:
            if (start, end) not in headlines:
                yield Finding(start, end, {"line": line}, (cut_line(document, start, end),))
