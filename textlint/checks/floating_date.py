"""Find a relative date in a text that has no date to count from."""

from __future__ import annotations

from collections.abc import Iterator

from textlint import compiled
from textlint.document import Document
from textlint.layers.genre import genre
from textlint.search import places
from textlint.span import Finding

_RELATIVE = compiled.expression(
    r"\b(?:(?:earlier|later) (?:this|last|next) (?:week|month|year)|(?:earlier|later) today|yesterday|tomorrow|"
    r"(?:last|next|this) (?:week|month|weekend|year)|(?:last|next|this) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
# a search for these leaps from figure to figure; to try each letter as the start of a month's name would take ten times as long
_FIGURE_FIRST = compiled.expression(
    rf"\d(?<!\w\d)(?:\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d\b|\d?[/.]\d{{1,2}}[/.](?:19|20)?\d\d\b)"
)
_LATER_FIGURE = compiled.expression(r"(?<=[a-z.,]) \d")
_MONTH_BEFORE = compiled.expression(rf"\b{_MONTH}\.?,?\Z")
_MONTH_FIRST = compiled.expression(rf"{_MONTH}(?:\.? \d{{1,2}}|\.?,? (?:19|20)\d\d)\b")
_LONGEST_MONTH = 12  # with its marks
_OPENINGS = ("yesterday", "tomorrow", "earlier ", "later ", "last ", "next ", "this ")

_SPOKEN = ("transcript", "live")  # their own clock is the date


def check(document: Document) -> Iterator[Finding]:
    """Yield the first relative date outside quotations, if neither the text nor its metadata hold a date; one a text."""
    if document.metadata.get("date"):
        return
    for start, end in _relative_dates(document.folded):
        if not document.is_quoted(start, end):
            if not _has_date(document.folded) and document.layer(genre) not in _SPOKEN:
                yield Finding(start, end)
            return


def _relative_dates(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the relative dates of the folded text, in order."""
    done = 0
    for place in sorted(places(folded, *_OPENINGS)):
        match = _RELATIVE.match(folded, place) if place >= done else None
        if match:
            done = match.end()
            yield match.span()


def _has_date(folded: str) -> bool:
    """Say whether the folded text has a date: one that begins with a figure, or a month before a figure."""
    if _FIGURE_FIRST.search(folded):
        return True
    for figure in _LATER_FIGURE.finditer(folded):
        month = _MONTH_BEFORE.search(folded, max(0, figure.start() - _LONGEST_MONTH), figure.start())
        if month and _MONTH_FIRST.match(folded, month.start()):
            return True
    return False
