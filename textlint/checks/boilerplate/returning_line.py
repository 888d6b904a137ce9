"""A line that recurs in other documents of the same site."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding


def check(document: Document) -> Iterator[Finding]:
    """Yield the lines whose key is in the metadata `returning`, which a run over several documents fills in."""
    known = frozenset(document.metadata.get("returning", "").split("\n")) - {""}
    if not known:
        return
    from textlint.edits.line_deletion import cut_line
    from textlint.layers.page.returning import line_key
    from textlint.layers.shared.visible import visible_lines

    for start, end in document.layer(visible_lines):
        if line_key(document.text[start:end].strip()) in known:
            yield Finding(start, end, {}, (cut_line(document, start, end),))
