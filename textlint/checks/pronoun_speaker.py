"""Find quotations whose speaker is only a pronoun, with nobody before it whom the pronoun could mean."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speakers import speeches
from textlint.layers.tokens import tokens
from textlint.span import Finding

_REACH = 400  # tokens in which a pronoun's bearer is looked for
_PERSON = frozenset("NEIJjCcSR")


def check(document: Document) -> Iterator[Finding]:
    """Yield each quotation given to "he", "she" or "they" before the text has told of anybody."""
    table = document.layer(tokens)
    for speech in document.layer(speeches):
        source = speech.attribution.source if speech.attribution and speech.how == "sentence" else None
        if source is None or table.words[source.head].lower() not in ("he", "she", "they"):
            continue
        before = table.classes[max(0, source.first - _REACH) : source.first]
        if _PERSON.isdisjoint(before):
            yield Finding(speech.quotation.start, speech.quotation.end, {"pronoun": table.words[source.head]})
