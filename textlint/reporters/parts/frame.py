"""Show the line of a finding, cut to a width, with carets below its words."""

from __future__ import annotations

from textlint.document import Document
from textlint.startup.values import NamedTuple
from textlint.text.sanitize import display_width, shorten, visible

_CUT = "…"


class Frame(NamedTuple):
    """The line of a finding in three parts, safe to print, and the number of further lines that the finding covers.

    `before` and `after` are the text around the words on the same line, cut to the requested width.
    """

    before: str
    words: str
    after: str
    further_lines: int

    @property
    def carets(self) -> str:
        """The line of carets to print below: spaces up to the words, then one caret per column."""
        return " " * display_width(self.before) + "^" * max(display_width(self.words), 1)


def frame(document: Document, start: int, end: int, width: int) -> Frame:
    """Return the frame of `document.text[start:end]`, at most about `width` columns wide.

    Line breaks at the start of the span are skipped, so that a finding of blank lines and words shows its words. The
    time does not depend on the length of the line.
    """
    text = document.text
    words_start = start
    while words_start < end and text[words_start] in "\r\n":
        words_start += 1
    if words_start == end:
        words_start = start
    index = document.lines.index_at(words_start)
    line = document.lines[index]
    last = document.lines.index_at(max(end - 1, words_start))
    words_end = max(min(end, line.end), words_start)
    words = visible(shorten(text[words_start:words_end], max(width * 2 // 3, 3)))
    available = max(width - display_width(words), 12)
    before, after = text[line.start : words_start], text[words_end : line.end]
    before = _tail(before, max(available * 2 // 3, available - len(after)))
    return Frame(before, words, _head(after, available - display_width(before)), last - index)


def _tail(text: str, width: int) -> str:
    """Return the end of `text`, at most `width` columns wide, with an ellipsis where it was cut."""
    cut = visible(text[max(len(text) - width, 0) :])
    if len(text) <= width and display_width(cut) <= width:
        return cut
    while display_width(cut) >= width and cut:
        cut = cut[1:]
    return _CUT + cut


def _head(text: str, width: int) -> str:
    """Return the start of `text`, at most `width` columns wide, with an ellipsis where it was cut."""
    cut = visible(text[:width])
    if len(text) <= width and display_width(cut) <= width:
        return cut
    while display_width(cut) >= width and cut:
        cut = cut[:-1]
    return cut + _CUT
