"""The lines of a document that are not blank."""

from __future__ import annotations

from textlint.document import Document
from textlint.span import Span


def visible_lines(document: Document) -> list[Span]:
    """Return the spans of the lines that are not blank; a layer."""
    text = document.text
    return [Span(start, end) for start, end in document.lines.bounds() if text[start:end].strip()]
