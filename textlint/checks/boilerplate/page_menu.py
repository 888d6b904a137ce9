"""The menus, lists of links and forms before and after the article of a whole page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding
from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.layers.page.line_shape import Page

_WHOLE_PAGE = "4"  # from this kind on most lines of the text are short
_CAP = 40.0  # words that a paragraph counts for
_PROSE = 10.0  # weight from which a line is running text
_WORDS = 100.0  # an article has at least so many words of running text …
_SHARE = 0.5  # … which are this share of all running text on the page: else it is a catalog or a front page
_DENSITY = 0.35  # share of the article's lines that are running text: else it is a table or a list
_CUES = 2  # lines with cues that must stand between the article and the line
_NEAR = 10  # lines around in which a cue must stand


def check(document: Document, least: float) -> Iterator[Finding]:
    """Yield short lines outside the article that two witnesses take for the page's: the layout, and the model.

    The layout speaks where the page holds one clear article, at least two lines with cues stand between it and the
    line, and another cue near. The model speaks from log odds of `least` on.
    """
    if not document.cues:
        return
    from textlint.edits.line_deletion import cut_line
    from textlint.layers.page.furniture_model import scores
    from textlint.layers.page.line_shape import page

    sheet = document.layer(page)
    if sheet.kind < _WHOLE_PAGE or not _has_one_article(sheet):
        return
    first, last = sheet.known.zones.body
    into, out_of = bisect_left(sheet.cued, first), bisect_left(sheet.cued, last)
    if not into or out_of == len(sheet.cued):
        return  # a page has furniture before and after its article; what an extractor made of it seldom has both
    for index, score in document.layer(scores).items():
        line = sheet.lines[index]
        if score < least or first <= index < last or line.weight >= _PROSE or line.text[0].islower():
            continue
        place = bisect_left(sheet.cued, index + (index < first))
        between = into - place if index < first else place - out_of
        if between >= _CUES and _is_near_cue(sheet, index):
            start, end = sheet.known.zones.lines[index]
            where = "before" if index < first else "after"
            note = f"{where} the article, with {between} lines of page furniture between"
            yield Finding(start, end, {}, (cut_line(document, start, end),), (note,))


def _has_one_article(sheet: Page) -> bool:
    first, last = sheet.known.zones.body
    inside = sum(min(sheet.lines[index].weight, _CAP) for index in sheet.prose if first <= index < last)
    everywhere = sum(min(sheet.lines[index].weight, _CAP) for index in sheet.prose)
    running = sum(first <= index < last for index in sheet.prose)
    return inside >= _WORDS and inside >= _SHARE * everywhere and running >= _DENSITY * (last - first)


def _is_near_cue(sheet: Page, index: int) -> bool:
    place = bisect_left(sheet.cued, index - _NEAR)
    return place < len(sheet.cued) and sheet.cued[place] <= index + _NEAR
