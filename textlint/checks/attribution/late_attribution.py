"""Find long quotations whose speaker is named only at the end."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.speakers import speeches
from textlint.layers.speech.tokens import tokens
from textlint.span import Finding
from textlint.startup import patterns

_SENTENCE_END = patterns.expression(r"[.!?…](?=\s+[A-Z“])")


def check(document: Document, most_sentences: int = 2) -> Iterator[Finding]:
    """Yield each quotation of more than `most_sentences` sentences whose speaker is named only after it."""
    for number, (start, end, _) in enumerate(document.quotations):
        if len(_SENTENCE_END.findall(document.text, start, end)) < most_sentences:
            continue
        speech = document.layer(speeches).of(number)
        if speech.attribution is None or speech.how == "continued" or speech.attribution.source.first < speech.token:
            continue
        if document.layer(tokens).sentence(speech.token)[0] == speech.token:
            yield Finding(start, end)
