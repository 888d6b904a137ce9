"""Lines that a linear model takes for page furniture, from their words, shape, neighbours and place."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf as INFINITY

from textlint.document import Document
from textlint.layers.linecut import cut_line
from textlint.layers.linemodel import scores
from textlint.layers.lineshape import Page, page
from textlint.span import Finding

_PAGE = "4"  # from this kind on most lines of the text are short: a whole page


def check(document: Document, text: float, whole_page: float, below_text: float = INFINITY, below_page: float = INFINITY) -> Iterator[Finding]:
    """Yield the lines whose log odds reach the threshold: `text` for an extracted text, `whole_page` for a whole page.

    Lines that reach `below_text` or `below_page` are left out: a stricter rule has them. The thresholds come from cross-validation by site.
    """
    sheet = document.layer(page)
    least, below = (whole_page, below_page) if sheet.kind >= _PAGE else (text, below_text)
    for index, score in document.layer(scores).items():
        if least <= score < below:
            start, end = sheet.known.zones.lines[index]
            yield Finding(start, end, {}, (cut_line(document, start, end),), (_note(sheet, index),))


def _note(sheet: Page, index: int) -> str:
    """Say what stands around the line: its zone and the nearest kinds of furniture before and after it."""
    kinds = sheet.known.kinds
    first, last = sheet.known.zones.body
    zone = "before the article" if index < first else "after the article" if index >= last else "inside the article"
    before = next((sorted(kinds[other])[0] for other in range(index - 1, max(-1, index - 9), -1) if kinds[other]), "")
    after = next((sorted(kinds[other])[0] for other in range(index + 1, min(len(kinds), index + 9)) if kinds[other]), "")
    around = f", between {before} and {after}" if before and after else f", near {before or after}" if before or after else ""
    return zone + around
