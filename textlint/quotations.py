"""Where quotations open and close, in curly, straight, guillemet and doubled-apostrophe marks."""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|(?=“|\n|\Z))"  # curly; a missing mark ends it at the paragraph or at the next opening mark
    r"|«[^«»\n]*(?:»|(?=«|\n|\Z))"
    r"|(?<!\w)\"(?=\S)[^\"\n]*(?:\"|(?=\n|\Z))"
    r"|(?<!\w)''(?=\S)[^\n]*?(?:''(?!\w)|(?=\n|\Z))"
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
    usual convention, and is a quotation of its own.
    """
    found = []
    for match in _QUOTATION.finditer(text):
        words = match.group()
        is_closed = len(words) > 1 and words.endswith(_CLOSING)
        found.append(Quotation(match.start(), match.end(), is_closed))
    return found
