"""Find quotations whose speaker is a pronoun that cannot refer to anyone mentioned before."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.speakers import speeches
from textlint.layers.speech.tokens import tokens
from textlint.span import Finding
from textlint.startup import patterns

_REACH = 400  # tokens before a pronoun that are searched for the person it refers to; chosen by reading, not measured
_ANYBODY = patterns.expression("[NEIJjCcSR]")


def check(document: Document) -> Iterator[Finding]:
    """Yield each quotation attributed to "he", "she" or "they" before the text has mentioned anyone."""
    if not document.quotations:
        return
    table = document.layer(tokens)
    spoken = document.layer(speeches)
    for number in range(len(spoken)):
        first, last = spoken.sentence(number)
        if _ANYBODY.search(table.classes, max(0, last - _REACH), first):  # whoever speaks
            continue
        speech = spoken.of(number)
        source = speech.attribution.source if speech.attribution and speech.how == "sentence" else None
        if source is None or table.words[source.head].lower() not in ("he", "she", "they"):
            continue
        if not _ANYBODY.search(table.classes, max(0, source.first - _REACH), source.first):
            yield Finding(speech.quotation.start, speech.quotation.end, {"pronoun": table.words[source.head]})
