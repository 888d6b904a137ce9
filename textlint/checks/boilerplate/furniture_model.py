"""Lines that a linear model takes for page furniture, from their words, shape, neighbors and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.span import Finding
from textlint.startup.values import TYPE_CHECKING

if TYPE_CHECKING:
    from textlint.layers.page.line_shape import Page

SITUATIONS = ("a line with a cue", "a short line without a cue", "a sentence without a cue")


def check(document: Document, text: Sequence[float], whole_page: Sequence[float]) -> Iterator[Finding]:
    """Yield the lines whose log odds reach a threshold.

    `text` holds the thresholds for an extracted text, `whole_page` those for the text of a whole page, one for each of
    `SITUATIONS`. They come from cross-validation by site: the less a line says of itself, the surer the model must be.
    """
    if not document.cues:
        return  # an article, or nothing that the model was trained for
    from textlint.edits.line_deletion import cut_line
    from textlint.layers.page.furniture_model import scores
    from textlint.layers.page.line_shape import page_lines

    page = document.layer(page_lines)
    thresholds = whole_page if page.is_whole else text
    for index, score in document.layer(scores).items():
        if score >= thresholds[situation(page, index)]:
            start, end = page.known.zones.lines[index]
            yield Finding(start, end, {}, (cut_line(document, start, end),), (_note(page, index),))


def situation(page: Page, index: int) -> int:
    """Return which of `SITUATIONS`, and so which threshold, is that of a line."""
    if page.known.kinds[index]:
        return 0
    return 1 if page.lines[index].weight < 0 else 2


def _note(page: Page, index: int) -> str:
    """Say what stands around the line: its zone and the nearest kinds of furniture before and after it."""
    first, last = page.known.zones.body
    zone = "before the article" if index < first else "after the article" if index >= last else "inside the article"
    kinds = page.known.kinds
    before = next((min(kinds[other]) for other in range(index - 1, max(-1, index - 9), -1) if kinds[other]), "")
    after = next((min(kinds[other]) for other in range(index + 1, min(len(kinds), index + 9)) if kinds[other]), "")
    if before and after:
        return f"{zone}, between {before} and {after}"
    return f"{zone}, near {before or after}" if before or after else zone
