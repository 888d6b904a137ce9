"""Find anonymous sources without a reason for their anonymity in the paragraph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.unnamed import unnamed_sources
from textlint.span import Finding
from textlint.startup import patterns

_REASON = patterns.expression(
    r"\b(?:because|authori[sz]ed|for fear|fear(?:ing|ed)?|in order to|so as not to|to (?:discuss|describe|speak|protect|avoid|talk)|sensitiv|retaliation|reprisal|private(?:ly)?|safety)\b"
)


def check(document: Document) -> Iterator[Finding]:
    """Yield each unnamed insider in a paragraph that does not explain the anonymity."""
    for source in document.layer(unnamed_sources):
        if source.kind != "insider":
            continue
        paragraph = document.paragraphs[
            bisect_right(document.paragraphs, source.start, key=lambda span: span.start) - 1
        ]
        if not _REASON.search(document.folded, paragraph.start, paragraph.end):
            yield Finding(source.start, source.end)
