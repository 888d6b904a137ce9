"""Find single words or short phrases in quotation marks that nobody is said to have used."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speakers import speeches
from textlint.span import Finding


def check(document: Document, most_words: int = 3) -> Iterator[Finding]:
    """Yield each quotation of at most `most_words` words, in lower case, with no speaker in reach."""
    for speech in document.layer(speeches):
        start, end, is_closed = speech.quotation
        words = document.text[start + 1 : end - 1]
        if speech.attribution is None and is_closed and words.count(" ") < most_words and words.islower():
            yield Finding(start, end)
