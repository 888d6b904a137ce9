"""Find statements by unnamed sources: experts, insiders, crowds, one person by role."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.unnamed import unnamed_sources
from textlint.span import Finding


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield each unnamed source of `kind`: "authority", "insider", "crowd", "individual" or "spokesperson"."""
    for source in document.layer(unnamed_sources):
        if source.kind == kind:
            yield Finding(source.start, source.end, {"cue": source.cue})
