"""A file that is not in UTF-8 and does not say so itself."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding at the beginning of a document whose encoding had to be found out."""
    note = document.metadata.get("encoding-note")
    if note:
        yield Finding(0, 0, {"note": note})
