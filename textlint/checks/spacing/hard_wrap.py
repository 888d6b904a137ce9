"""Find paragraphs that were wrapped at a fixed width."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_JOINT = patterns.expression(r"(?<![ \t])[ \t]*+(?:\r\n|\n|\r)[ \t]*")
_ITEM = patterns.expression(r"(?:[-*•·>|#+]|\(?\d{1,3}[.)]|[A-Z][A-Z ]{3,60}$)", patterns.MULTILINE)
_FULL = 45  # code points; a line this long was broken because it was full; chosen by reading, not measured


def check(document: Document) -> Iterator[Finding]:
    """Yield each paragraph of several lines in a hard-wrapped text, with the fix that joins its lines.

    The break after a short line or a hyphen is kept, and so is the break before a line that starts like a list item.
    """
    if not document.is_hard_wrapped:
        return
    text = document.text
    for start, end in document.paragraphs:
        if document.layer(code.build).holds(start):
            continue
        edits, line_start = [], start
        for joint in _JOINT.finditer(text, start, end):
            full = joint.start() - line_start >= _FULL
            if full and text[joint.start() - 1] not in "-\u2010\u00ad" and not _ITEM.match(text, joint.end()):
                edits.append(Edit(joint.start(), joint.end(), " "))
            line_start = joint.end()
        if edits:
            yield Finding(start, end, edits=tuple(edits), values={"lines": str(len(edits) + 1)})
