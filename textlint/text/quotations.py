"""Find quotations in curly, straight, guillemet and doubled-apostrophe quotation marks, also mixed."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_QUOTATION = patterns.expression(
    # A curly mark may close a straight one and vice versa. A quotation that is not closed ends with its paragraph or at
    # the next opening mark. Each branch begins with its mark, before any lookbehind, so that the search is fast.
    r"“[^“”\"\n]*(?:”|(?<!\s)\"|(?=\"\S)|(?=[“\n]|\Z)|\")"
    r"|\"(?<!\w\")(?:“|(?=\S))[^“”\"\n]*(?:”|(?<!\s)\"|(?=\"\S)|(?=[“\n]|\Z)|\")"
    r"|«[^«»\n]*(?:»|(?=[«\n]|\Z))"
    r"|''(?<!\w'')(?=\S)[^\n]*?(?:''(?!['\w])|(?=\n|\Z))"
)
_CLOSING = ("”", "»", '"', "''")
_CLOSES_LATER = patterns.expression(r"(?:[^“”\"«»\n]*\n++){1,4}?[^“”\"«»\n]*[^\s“”\"«»(\[](?P<mark>[”»\"])(?!\w)")


class Quotation(NamedTuple):
    """A quotation with its marks, in code points; `is_closed` is False if the closing mark is missing."""

    start: int
    end: int
    is_closed: bool


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of `text` in order; none overlaps another.

    A quotation of several paragraphs that opens again in each is several quotations, of which only the last is closed.
    One that opens once and closes in one of the next paragraphs, with no mark in between, is a single quotation.
    Otherwise a quotation ends with its paragraph. Inches and seconds (6'2") do not open one, since they follow a digit.
    """
    return list(_quotations(text))


def _quotations(text: str) -> Iterator[Quotation]:
    position = 0
    while match := _QUOTATION.search(text, position):
        start, position = match.span()
        is_closed = position - start > 1 and text.endswith(_CLOSING, start + 1, position)
        if not is_closed and text.startswith("\n", position):
            later = _CLOSES_LATER.match(text, position)
            if later and _fit(text[start], later["mark"]):
                position, is_closed = later.end(), True
        yield Quotation(start, position, is_closed)


def _fit(opening: str, closing: str) -> bool:
    """Return whether two quotation marks can belong to the same quotation."""
    return closing == "»" if opening == "«" else closing in '”"' and opening in '“"'
