"""Find words from lexicon entries outside quotations: hedges, promotional wording."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.vocabulary import phrases, read_lexicon
from textlint.span import Finding
from textlint.startup import patterns


def check(document: Document, lexicon: str, entries: list[str]) -> Iterator[Finding]:
    """Yield each word or phrase listed under `entries` in the lexicon file `lexicon`."""
    for match in _expression(lexicon, tuple(entries)).finditer(document.folded):
        if not document.is_quoted(*match.span()):
            yield Finding(*match.span())


@functools.cache
def _expression(lexicon: str, entries: tuple[str, ...]) -> patterns.Pattern[str]:
    lists = read_lexicon(lexicon)
    words = [
        word for entry in entries for word in (phrases(lists[entry]) if ";" in lists[entry] else lists[entry].split())
    ]
    return patterns.expression(
        r"\b(?:" + "|".join(patterns.escape(word) for word in sorted(words, key=len, reverse=True)) + r")\b"
    )
