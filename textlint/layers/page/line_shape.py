"""The lines of a page as the page-furniture model sees them: which may be furniture, and what each looks like."""

from __future__ import annotations

from bisect import bisect_right
from sys import intern

from textlint.document import Document
from textlint.layers.page import line_values as values
from textlint.layers.page.furniture import Furniture, furniture
from textlint.layers.page.zones import line_weights
from textlint.startup.values import NamedTuple

# Lines at each end of the article that are judged even where they are plain running text; chosen by reading, not
# measured.
_EDGE_PROSE = 3
PROSE = 10  # weight from which a line is running text; chosen as in the zones, not measured


class Line(NamedTuple):
    """One line with words: its text without the space around it, the same folded, its weight, its length and its shape.

    The length and the shape are said in words, as in "3 words, ends in a letter, with a cue" for the shape.
    """

    text: str
    folded: str
    weight: float
    length: str
    shape: str


class Page(NamedTuple):
    """What the features need of the whole document."""

    lines: list[Line]
    known: Furniture
    candidates: list[int]
    prose: list[int]  # indexes of the lines of running text
    short_lines: str  # how many of the lines are short, in words
    is_whole: bool  # most lines are short: a whole page, not what an extractor made of one
    cued: list[int]  # indexes of the lines with a cue


def page_lines(document: Document) -> Page:
    """Return the lines of `document` and which of them may be furniture: all but plain running text inside the article; a layer."""
    known = document.layer(furniture)
    text, folded, weights, kinds = document.text, document.folded, document.layer(line_weights), known.kinds
    lines = [
        _line(text[start:end].strip(), folded[start:end].strip(), weight, bool(cues))
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
    return Page(lines, known, candidates, prose, values.SHORT_LINES[share], share >= values.WHOLE_PAGE, cued)


def _line(text: str, folded: str, weight: float, is_cued: bool) -> Line:
    """Return the line with its length and its shape: how long it is, how it begins and ends, and whether it has a cue."""
    size = bisect_right(values.LENGTH.steps, text.count(" ") + 1)
    first = text[0]
    start = values.LOWERCASE_START if first.islower() else "" if first.isalnum() else values.SIGN_START
    cue = values.WITH_CUE if is_cued else ""
    shape = intern(
        f"{values.LENGTH.names[size]}, {start}{_ending(text)}{cue}"
    )  # one object for each shape makes the look-ups faster
    return Line(text, folded, weight, values.ROUGH_LENGTH.names[size], shape)


def _ending(text: str) -> str:
    mark = text[-1]
    if mark.isalpha():
        return values.LETTER_END
    if mark in "\"”’'»)]" and len(text) > 1 and text[-2] in ".!?…,":
        return values.QUOTE_END
    if text.endswith("..."):
        return values.ENDINGS["…"]
    return values.ENDINGS.get(mark) or (values.DIGIT_END if mark.isdigit() else values.SIGN_END)
