"""Find a relative date in a text that has no date to count from."""

from __future__ import annotations

from collections.abc import Iterator

from textlint import compiled
from textlint.document import Document
from textlint.layers.genre import genre
from textlint.span import Finding

_RELATIVE = compiled.expression(
    r"\b(?:(?:earlier|later) (?:this|last|next) (?:week|month|year)|(?:earlier|later) today|yesterday|tomorrow|"
    r"(?:last|next|this) (?:week|month|weekend|year)|(?:last|next|this) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = compiled.expression(
    rf"\b{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\b{_MONTH}\.?,? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d\b"
)


_SPOKEN = ("transcript", "live")  # their own clock is the date


def check(document: Document) -> Iterator[Finding]:
    """Yield the first relative date outside quotations, if neither the text nor its metadata hold a date; one a text."""
    if document.metadata.get("date") or _DATE.search(document.folded):
        return
    for match in _RELATIVE.finditer(document.folded):
        if not document.is_quoted(*match.span()):
            if document.layer(genre) not in _SPOKEN:
                yield Finding(*match.span())
            return
