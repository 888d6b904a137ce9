"""The menus, lists of links and forms before and after the article of a whole page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding
from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.layers.page.line_shape import Page

_CAP = 40.0  # words that a paragraph counts for
_PROSE = 10.0  # weight from which a line is running text
_WORDS = 100.0  # an article has at least so many words of running text …
_SHARE = 0.5  # … which are this share of all running text on the page: else it is a catalogue or a front page
_DENSITY = 0.35  # share of the article's lines that are running text: else it is a table or a list
_CUES = 2  # lines with cues that must stand between the article and the line
_NEAR = 10  # lines around in which a cue must stand


def check(document: Document, least: float) -> Iterator[Finding]:
    """Yield short lines outside the article that both the layout of the page and the model take for furniture.

    The layout does where the page has one clear article, at least two lines with cues stand between it and the line, and
    another cue stands near the line. The model does where its log odds are at least `least`.
    """
    if not document.cues:
        return
    from textlint.edits.line_deletion import cut_line
    from textlint.layers.page.furniture_model import scores
    from textlint.layers.page.line_shape import page_lines

    page = document.layer(page_lines)
    for index, between in lines_outside(page):
        if document.layer(scores)[index] >= least:
            start, end = page.known.zones.lines[index]
            where = "before" if index < page.known.zones.body[0] else "after"
            note = f"{where} the article, with {between} lines of page furniture between"
            yield Finding(start, end, {}, (cut_line(document, start, end),), (note,))


def lines_outside(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the lines that the layout takes for furniture, each with the number of lines with cues up to the article."""
    if not page.is_whole or not _has_one_article(page):
        return
    first, last = page.known.zones.body
    into, out_of = bisect_left(page.cued, first), bisect_left(page.cued, last)
    if not into or out_of == len(page.cued):
        return  # a page has furniture before and after its article; what an extractor made of it seldom has both
    for index in page.candidates:
        line = page.lines[index]
        if first <= index < last or line.weight >= _PROSE or line.text[0].islower():
            continue
        place = bisect_left(page.cued, index + (index < first))
        between = into - place if index < first else place - out_of
        if between >= _CUES and _is_near_cue(page, index):
            yield index, between


def _has_one_article(page: Page) -> bool:
    first, last = page.known.zones.body
    inside = sum(min(page.lines[index].weight, _CAP) for index in page.prose if first <= index < last)
    everywhere = sum(min(page.lines[index].weight, _CAP) for index in page.prose)
    running = sum(first <= index < last for index in page.prose)
    return inside >= _WORDS and inside >= _SHARE * everywhere and running >= _DENSITY * (last - first)


def _is_near_cue(page: Page, index: int) -> bool:
    place = bisect_left(page.cued, index - _NEAR)
    return place < len(page.cued) and page.cued[place] <= index + _NEAR
