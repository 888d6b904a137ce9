"""Find a headline that appears again before the article begins."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.edits.line_deletion import cut_line
from textlint.layers.page.headline import headline
from textlint.span import Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield each repetition of the headline at the top of the text, but not the first one."""
    found = document.layer(headline)
    if found is None:
        return
    line, _ = document.lines.position(found.first.start)
    for start, end in found.again:
        yield Finding(start, end, {"line": str(line)}, (cut_line(document, start, end),))
