"""Find spaces at the start of a line."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.characters import SPACES

_LIST_ITEM = patterns.expression(r"(?:[-*•·▪◦‣+–]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_NARROW = 3  # indented code and verse have more spaces than this; chosen by reading, not measured
_PROSE = 8  # a line with this many words is prose, however far it is indented; chosen by reading, not measured


def check(document: Document) -> Iterator[Finding]:
    """Yield the spaces at the start of each line with words, unless they are part of the structure of the text.

    Lists, code and Markdown keep their indentation. A short line that is far from the margin or next to other short
    lines may be verse; its fix is unsafe.
    """
    text = document.text
    if document.path.lower().endswith((".md", ".markdown", ".rst")):
        return
    spans = list(document.lines)
    for index, (start, end) in enumerate(spans):
        if start == end or text[start] not in SPACES:
            continue
        line = text[start:end]
        words = line.lstrip(SPACES)
        if not words or _LIST_ITEM.match(words) or document.layer(code.build).holds(start):
            continue
        width = len(line) - len(words)
        is_prose = len(words.split(None, _PROSE)) >= _PROSE
        neighbours = (text[slice(*spans[near])] for near in (index - 1, index + 1) if 0 <= near < len(spans))
        is_verse = not is_prose and any(0 < len(near.split(None, _PROSE)) < _PROSE for near in neighbours)
        sure = is_prose or (not is_verse and (width <= _NARROW or ("\t" not in line[:width] and width <= 2 * _NARROW)))
        yield Finding(
            start, start + width, edits=(Edit(start, start + width, ""),), applicability=None if sure else "unsafe"
        )
