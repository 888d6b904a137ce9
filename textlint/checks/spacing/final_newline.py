"""Find a missing line break at the end of a text file."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.text.characters import SPACES


def check(document: Document) -> Iterator[Finding]:
    """Yield one empty finding at the end of a file whose last line has words but no line break.

    The fix adds the kind of line break that the text uses. A text that is not a whole file, such as the field of a
    record, needs none.
    """
    if not document.is_file:
        return
    text = document.text
    start, end = document.lines[len(document.lines) - 1]
    if text[start:end].strip(SPACES):
        newline = "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
        yield Finding(end, end, edits=(Edit(end, end, newline),))
