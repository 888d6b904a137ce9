"""A line that returns in other documents of the same source."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.linecut import cut_line
from textlint.layers.visible import visible_lines
from textlint.repetition import line_key
from textlint.span import Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield the lines whose key stands in the metadata `returning`, which a run over several documents fills in."""
    known = frozenset(document.metadata.get("returning", "").split("\n")) - {""}
    if not known:
        return
    for start, end in document.layer(visible_lines):
        if line_key(document.text[start:end].strip()) in known:
            yield Finding(start, end, {}, (cut_line(document, start, end),))
