"""Find quotations whose speaker is only a pronoun, with nobody before it whom the pronoun could mean."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.speakers import speeches
from textlint.layers.speech.tokens import tokens
from textlint.span import Finding
from textlint.startup import patterns

_REACH = 400  # tokens in which a pronoun's bearer is looked for; chosen by reading, not measured
_ANYBODY = patterns.expression("[NEIJjCcSR]")


def check(document: Document) -> Iterator[Finding]:
    """Yield each quotation given to "he", "she" or "they" before the text has told of anybody."""
    if not document.quotations:
        return
    table = document.layer(tokens)
    spoken = document.layer(speeches)
    for number in range(len(spoken)):
        first, last = spoken.sentence(number)
        if _ANYBODY.search(table.classes, max(0, last - _REACH), first):  # whichever word of the sentence speaks
            continue
        speech = spoken.of(number)
        source = speech.attribution.source if speech.attribution and speech.how == "sentence" else None
        if source is None or table.words[source.head].lower() not in ("he", "she", "they"):
            continue
        if not _ANYBODY.search(table.classes, max(0, source.first - _REACH), source.first):
            yield Finding(speech.quotation.start, speech.quotation.end, {"pronoun": table.words[source.head]})
