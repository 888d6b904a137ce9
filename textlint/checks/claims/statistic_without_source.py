"""Find figures without a source in the sentence, the sentences next to it or the paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import nearest_attribution
from textlint.layers.speech.claims import statistics
from textlint.layers.speech.genre import genre
from textlint.span import Finding

_FIGURES_OF_THEIR_OWN = ("recipe", "sport", "market")  # genres whose figures need no source


def check(document: Document) -> Iterator[Finding]:
    """Yield the first unsourced quantity of each sentence."""
    for statistic in document.layer(statistics):
        if not statistic.is_sourced:
            if document.layer(genre) in _FIGURES_OF_THEIR_OWN:
                return
            yield Finding(statistic.start, statistic.end, notes=nearest_attribution(document, statistic.start))
