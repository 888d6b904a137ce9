"""Delete whole lines of a text."""

from __future__ import annotations

from textlint.document import Document
from textlint.span import Edit


def cut_line(document: Document, start: int, end: int) -> Edit:
    """Return the edit that deletes the lines of `[start, end)` and their line breaks."""
    first = document.lines.index_at(start)
    last = document.lines.index_at(max(start, end - 1))
    return Edit(document.lines[first].start, document.lines.with_break(last).end, "")
