"""Find a file that is not UTF-8 and does not name its encoding."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding at the start of a document whose encoding was guessed."""
    note = document.metadata.get("encoding-note")
    if note:
        yield Finding(0, 0, {"note": note})
