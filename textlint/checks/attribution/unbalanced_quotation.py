"""Find quotations that open and never close."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding
from textlint.startup import patterns

_OPENS_NEXT = patterns.expression(r"\s++[“«\"']")


def check(document: Document) -> Iterator[Finding]:
    """Yield the opening quotation mark of each quotation that its paragraph does not close.

    A quotation of several paragraphs opens again in each of them and closes only in the last. An open quotation is
    therefore left alone if the next paragraph starts with an opening quotation mark.
    """
    text = document.text
    for start, end, is_closed in document.quotations:
        if is_closed:
            continue
        if text[end : end + 1] in ("“", "«", '"'):  # paragraphs joined into one: the quotation opens again right here
            continue
        if text[end : end + 1] in ("\n", "\r") and _OPENS_NEXT.match(text, end):
            continue
        width = 2 if text.startswith("''", start) else 1
        yield Finding(start, start + width)
