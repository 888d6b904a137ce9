"""Where quotations open and close, in curly, straight, guillemet and doubled-apostrophe marks, also mixed."""

from __future__ import annotations

import re

from textlint.values import NamedTuple

_PARAGRAPH_END = r"(?=\n|\Z)"
_QUOTATION = re.compile(
    # a mark may be closed by one of the other kind; without any, the quotation ends at the paragraph or at the next opening mark
    rf"“[^“”\"\n]*(?:[”\"]|(?=“)|{_PARAGRAPH_END})"
    rf"|(?<!\w)\"(?:“|(?=\S))[^“”\"\n]*(?:[”\"]|(?=“)|{_PARAGRAPH_END})"
    rf"|«[^«»\n]*(?:»|(?=«)|{_PARAGRAPH_END})"
    rf"|(?<!\w)''(?=\S)[^\n]*?(?:''(?!['\w])|{_PARAGRAPH_END})"
)
_CLOSING = ("”", "»", '"', "''")


class Quotation(NamedTuple):
    """A quotation with its marks, in code points; `is_closed` is false where the closing mark is missing."""

    start: int
    end: int
    is_closed: bool


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of `text` in order.

    A quotation ends with its paragraph at the latest: one that goes on in the next paragraph opens there again, by the
    usual convention, and is a quotation of its own. Inches and seconds (6'2") open nothing, since a digit stands before.
    """
    found = []
    for match in _QUOTATION.finditer(text):
        words = match.group()
        is_closed = len(words) > 1 and words.endswith(_CLOSING)
        found.append(Quotation(match.start(), match.end(), is_closed))
    return found
