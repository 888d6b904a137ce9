"""Find a relative date in a text that has no date to count from."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.genre import genre
from textlint.layers.speech.signs import DOTTED_NUMBER
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Finding
from textlint.startup import patterns

_RELATIVE = patterns.expression(
    r"\b(?:(?:earlier|later) (?:this|last|next) (?:week|month|year)|(?:earlier|later) today|yesterday|tomorrow|"
    r"(?:last|next|this) (?:week|month|weekend|year)|(?:last|next|this) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_DATE = patterns.expression(
    rf"\b{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\b{_MONTH}\.?,? (?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)?\d\d\b"
)
# parts of the same expression, for positions where a month or a number was found
_MONTH_AND_FIGURE = patterns.expression(rf"{_MONTH}(?:\.? \d{{1,2}}|\.?,? (?:19|20)\d\d)\b")
_MONTH_ALONE = patterns.expression(rf"{_MONTH}\b")
_DAY_BEFORE = patterns.expression(r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?\Z")
_LONGEST_DAY = 12  # code points before a month that are read for its day; chosen to hold “31st of ”
_FIGURES = patterns.expression("0-0-0|0/0")
_DOTTED = patterns.expression(DOTTED_NUMBER)
_DIGIT = patterns.expression(r"\d")
_AROUND = 24  # code points around numbers that are searched for the date; chosen by reading, not measured

_SPOKEN = ("transcript", "live")  # these count from the moment they are spoken


def check(document: Document) -> Iterator[Finding]:
    """Yield the first relative date outside quotations, if neither the text nor its metadata contains a date."""
    if document.metadata.get("date"):
        return
    table = document.layer(tokens)
    for start, end in _relative_dates(document.folded, table):
        if not document.is_quoted(start, end):
            if not _has_date(document, table) and document.layer(genre) not in _SPOKEN:
                yield Finding(start, end)
            return


def _relative_dates(folded: str, table: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the relative dates of the folded text, in order."""
    done = 0
    for place in table.places("relative date"):
        match = _RELATIVE.match(folded, place) if place >= done else None
        if match:
            done = match.end()
            yield match.span()


def _has_date(document: Document, table: Tokens) -> bool:
    """Say whether the text has a date, in or outside quotations: a month next to a number, or three numbers."""
    folded = document.folded
    for place in table.places("month"):
        day = _DAY_BEFORE.search(folded, max(0, place - _LONGEST_DAY), place)
        if _MONTH_AND_FIGURE.match(folded, place) or (day and _MONTH_ALONE.match(folded, place)):
            return True
    for match in _FIGURES.finditer(table.classes):
        place = table.starts[match.start()]
        if _DATE.search(folded, max(0, place - _AROUND), place + _AROUND):
            return True
    for match in _DOTTED.finditer(table.signs):
        place = table.starts[match.start()]
        if _DATE.search(folded, place, place + _AROUND):
            return True
    return any(
        _DATE.search(folded, start, end) for start, end, _ in document.quotations if _DIGIT.search(folded, start, end)
    )
