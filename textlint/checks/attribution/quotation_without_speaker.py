"""Find quotations for which the text names no speaker."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import nearest_attribution
from textlint.layers.speech.genre import genre
from textlint.layers.speech.speakers import speeches
from textlint.span import Finding


def check(document: Document, least_words: int = 7) -> Iterator[Finding]:
    """Yield each quotation of `least_words` or more without a speaker.

    The speaker may be named in the same sentence, in the sentences next to it, or in the quotation that it continues.
    """
    text = document.text
    for number, (start, end, _) in enumerate(document.quotations):
        if text.count(" ", start, end) + 1 < least_words:
            continue
        if text[end : end + 1] in ("\n", "\r") and number == 0 and not text[:start].strip():  # a headline
            continue
        if text.startswith(" (", end):  # a slogan or a title with its year or source
            continue
        if not document.layer(speeches).has_speaker(number):
            if document.layer(genre) == "transcript":
                return
            yield Finding(start, end, notes=nearest_attribution(document, start))
