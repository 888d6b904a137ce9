"""Find quotations that open and never close."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding

_OPENING = "“«\"'"


def check(document: Document) -> Iterator[Finding]:
    """Yield the opening mark of each quotation that its paragraph does not close.

    A quotation of several paragraphs opens again in each and closes in the last only, so an open quotation is left alone when
    the next paragraph starts with an opening mark.
    """
    text = document.text
    for start, end, is_closed in document.quotations:
        if is_closed:
            continue
        if text[end : end + 1] in ("“", "«", '"'):  # paragraphs joined into one: the next opens again right here
            continue
        following = text[end:].lstrip()[:1] if text[end : end + 1] in ("\n", "\r", "") else ""
        if following and following in _OPENING:
            continue
        width = 2 if text.startswith("''", start) else 1
        yield Finding(start, start + width)
