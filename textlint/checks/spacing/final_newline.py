"""The line break that ends a text file."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.text.characters import BLANKS


def check(document: Document) -> Iterator[Finding]:
    """Yield one empty finding at the end of a file whose last line has words and no line break.

    The break added is the one that the text uses. A text that is not the whole content of a file, such as a record's
    field, needs none.
    """
    if not document.is_file:
        return
    text = document.text
    start, end = document.lines[len(document.lines) - 1]
    if text[start:end].strip(BLANKS):
        newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
        yield Finding(end, end, edits=(Edit(end, end, newline),))
