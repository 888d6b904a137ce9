"""Find a writer who speaks of himself or herself in a text that names no writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.genre import genre
from textlint.span import Finding

_FIRST_PERSON = re.compile(
    r"\b(?:I(?=[ ’'](?!\.))(?! [A-Z.]|\.)|[Mm]y [\w-]+|[Ww]e(?=[ ’'])|[Oo]ur [\w-]+|[Mm]yself|[Oo]urselves|[Ll]et[’']s)\b"
)
_BYLINE = re.compile(
    r"(?m)^\s*(?:By|BY|by|Written by|From|Text by)\s+[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\b[^.!?\n]{0,60}$|^\s*(?:[A-Z][\w.’'-]+ ){1,3}is an? [^\n]{0,200}\bat\b"
)
_UNSIGNED = ("news", "market", "live")


def check(document: Document, most: int = 3) -> Iterator[Finding]:
    """Yield the first `most` first persons outside quotations, unless a byline, the metadata or the genre say whose voice it is."""
    if document.metadata.get("byline") or document.layer(genre) not in _UNSIGNED or _BYLINE.search(document.text):
        return
    found = 0
    for match in _FIRST_PERSON.finditer(document.text):
        if not document.is_quoted(*match.span()):
            yield Finding(*match.span())
            found += 1
            if found == most:
                return
