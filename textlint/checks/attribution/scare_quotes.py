"""Find single words or short phrases in quotation marks that nobody is said to have used."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.speakers import speeches
from textlint.span import Finding


def check(document: Document, most_words: int = 3) -> Iterator[Finding]:
    """Yield each lowercase quotation of at most `most_words` words without a speaker nearby."""
    for number, (start, end, is_closed) in enumerate(document.quotations):
        if not is_closed or document.text.count(" ", start + 1, end - 1) >= most_words:
            continue
        if document.text[start + 1 : end - 1].islower() and document.layer(speeches).of(number).attribution is None:
            yield Finding(start, end)
