"""The lines of a page as a linear model sees them: which may be furniture, and the shape of each in short."""

from __future__ import annotations

from bisect import bisect_right

from textlint.document import Document
from textlint.layers.page.furniture import Furniture, furniture
from textlint.layers.page.zones import line_weights
from textlint.startup.values import NamedTuple

_WORD_STEPS = (1, 2, 3, 4, 6, 9, 13, 20, 32, 60)
_SHARE_STEPS = (0.1, 0.25, 0.45, 0.65, 0.8, 0.9, 0.96)
_EDGE_PROSE = 3  # so many lines at each end of the article are looked at even where they are plain running text
PROSE = 10  # weight from which a line is running text


class Line(NamedTuple):
    """One line with words: its words without edge blanks, the same folded, its weight and its shape in short."""

    text: str
    folded: str
    weight: float
    shape: str


class Page(NamedTuple):
    """What features need of the whole document."""

    lines: list[Line]
    known: Furniture
    candidates: list[int]
    prose: list[int]  # indexes of the lines of running text
    kind: str  # how much of the page is short lines, as a digit
    cued: list[int]  # indexes of the lines with a cue


def page(document: Document) -> Page:
    """Return the lines of `document` and which of them may be furniture: all but plain running text inside the article."""
    known = document.layer(furniture)
    text, folded, weights, kinds = document.text, document.folded, document.layer(line_weights), known.kinds
    lines = [
        Line(words := text[start:end].strip(), folded[start:end].strip(), weight, _shape(words, "c" if cues else ""))
        for (start, end), weight, cues in zip(known.zones.lines, weights, kinds, strict=True)
    ]
    prose = [index for index, weight in enumerate(weights) if weight >= PROSE]
    first, last = known.zones.body
    low, high = first + _EDGE_PROSE, last - _EDGE_PROSE
    candidates = [
        index for index, weight in enumerate(weights) if weight < PROSE or kinds[index] or not low <= index < high
    ]
    share = len([weight for weight in weights if weight < 0]) / max(1, len(weights))
    cued = [index for index, cues in enumerate(kinds) if cues]
    return Page(lines, known, candidates, prose, str(bisect_right(_SHARE_STEPS, share)), cued)


def _shape(words: str, cued: str) -> str:
    """Return how long a stripped line is, and how it begins and ends."""
    first, mark = words[0], words[-1]
    start = "l" if first.islower() else "" if first.isalnum() else "-"
    return f"{bisect_right(_WORD_STEPS, words.count(' ') + 1)}{start}{_ending(words, mark)}{cued}"


def _ending(words: str, mark: str) -> str:
    if mark.isalpha():
        return "a"
    if mark in "\"”’'»)]" and len(words) > 1 and words[-2] in ".!?…,":
        return "q"
    if words.endswith("..."):
        return "…"
    return mark if mark in ".!?…:,;|" else "0" if mark.isdigit() else "x"
