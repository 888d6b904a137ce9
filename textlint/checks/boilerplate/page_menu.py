"""The menus, lists of links and forms before and after the article of a whole page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding
from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.layers.page.line_shape import Page

_CAP = 40.0  # words that a paragraph counts for; chosen as in the zones, not measured
_PROSE = 10.0  # weight from which a line is running text; chosen as in the zones, not measured
_WORDS = 100.0  # an article has at least so many words of running text; chosen by reading, not measured
# They are at least this share of all running text on the page: else it is a catalog or a front page. Chosen by
# reading, not measured.
_SHARE = 0.5
# Share of the article's lines that are running text: else it is a table or a list; chosen by reading, not measured.
_DENSITY = 0.35
_CUES = 2  # lines with cues that must stand between the article and the line; chosen by reading, not measured
_NEAR = 10  # lines around in which a cue must stand; chosen by reading, not measured


def check(document: Document, least: float) -> Iterator[Finding]:
    """Yield short lines outside the article of which both the layout and the model say that they belong to the page.

    The layout says so where the page holds one clear article, at least two lines with cues stand between it and the
    line, and another cue near. The model says so from log odds of `least` on.
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
    if not objection_to_page(page):
        for index in page.candidates:
            if not objection_to_line(page, index):
                yield index, _cues_between(page, index)


def objection_to_page(page: Page) -> str:
    """Return why the layout of the text does not let the check report any of its lines, or "" if it does."""
    if not page.is_whole:
        return "the text is not that of a whole page"
    if not _has_one_article(page):
        return "the page has no single clear article"
    first, last = page.known.zones.body
    if not bisect_left(page.cued, first) or bisect_left(page.cued, last) == len(page.cued):
        # a page has furniture before and after its article; what an extractor made of it seldom has both
        return "there is not page furniture both before and after the article"
    return ""


def objection_to_line(page: Page, index: int) -> str:
    """Return why the layout does not let the check report the line, or "" if it does."""
    first, last = page.known.zones.body
    line = page.lines[index]
    if first <= index < last:
        return "the line is inside the article"
    if line.weight >= _PROSE:
        return "the line is running text"
    if line.text[0].islower():
        return "the line begins in lower case"
    if _cues_between(page, index) < _CUES:
        return f"fewer than {_CUES} lines with cues stand between the article and the line"
    if not _is_near_cue(page, index):
        return f"no cue stands within {_NEAR} lines"
    return ""


def _cues_between(page: Page, index: int) -> int:
    """Return how many lines with cues stand between the article and a line outside it."""
    first, last = page.known.zones.body
    if index < first:
        return bisect_left(page.cued, first) - bisect_left(page.cued, index + 1)
    return bisect_left(page.cued, index) - bisect_left(page.cued, last)


def _has_one_article(page: Page) -> bool:
    first, last = page.known.zones.body
    inside = sum(min(page.lines[index].weight, _CAP) for index in page.prose if first <= index < last)
    everywhere = sum(min(page.lines[index].weight, _CAP) for index in page.prose)
    running = sum(first <= index < last for index in page.prose)
    return inside >= _WORDS and inside >= _SHARE * everywhere and running >= _DENSITY * (last - first)


def _is_near_cue(page: Page, index: int) -> bool:
    place = bisect_left(page.cued, index - _NEAR)
    return place < len(page.cued) and page.cued[place] <= index + _NEAR
