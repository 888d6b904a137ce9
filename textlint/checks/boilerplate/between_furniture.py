"""A short line between two lines of page furniture."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding


def check(document: Document, reach: int = 1) -> Iterator[Finding]:
    """Yield lines without a cue of their own that look like labels and have furniture on both sides.

    `reach` is how many lines away the furniture may be on each side, not counting blank lines. Lines inside the article
    are skipped: a subheading between two pull quotes is not furniture.
    """
    if not document.cues:
        return
    from textlint.edits.line_deletion import cut_line
    from textlint.layers.page.furniture import furniture, is_label, nearest_sure

    where, kinds, sure = document.layer(furniture)
    for index, (start, end) in enumerate(where.lines):
        line = document.text[start:end].strip()
        if kinds[index] or where.body[0] <= index < where.body[1] or not is_label(line) or _continues(line):
            continue
        before = nearest_sure(sure, index, -1, reach)
        after = nearest_sure(sure, index, 1, reach)
        if before is None or after is None:
            continue
        names = sorted(kinds[before])[0], sorted(kinds[after])[0]
        note = f"between a line of kind “{names[0]}” and one of kind “{names[1]}”"
        yield Finding(start, end, {}, (cut_line(document, start, end),), (note,))


def _continues(line: str) -> bool:
    """Return whether the line continues a sentence split by a link: it starts with lower case or punctuation."""
    return line[0].islower() or line[0] in ",.;:)"
