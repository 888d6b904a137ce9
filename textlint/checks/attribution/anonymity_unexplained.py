"""Find anonymous sources for whose anonymity the paragraph gives no reason."""

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
    """Yield each insider without a name in a paragraph that says neither why nor on what terms."""
    for source in document.layer(unnamed_sources):
        if source.kind != "insider":
            continue
        paragraph = document.paragraphs[
            bisect_right(document.paragraphs, source.start, key=lambda span: span.start) - 1
        ]
        if not _REASON.search(document.folded, paragraph.start, paragraph.end):
            yield Finding(source.start, source.end)
