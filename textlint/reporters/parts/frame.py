"""The line that a finding stands on, cut to a width, with its words marked from below."""

from __future__ import annotations

from textlint.document import Document
from textlint.startup.values import NamedTuple
from textlint.text.sanitise import display_width, shorten, visible

_CUT = "…"


class Frame(NamedTuple):
    """A line in three parts, ready for a terminal, and how many further lines the finding covers.

    `before` and `after` are what stands around the words on the same line, cut to the width that was asked for.
    """

    before: str
    words: str
    after: str
    further_lines: int

    @property
    def carets(self) -> str:
        """The marks that go under the line: blanks up to the words, then a caret a column."""
        return " " * display_width(self.before) + "^" * max(display_width(self.words), 1)


def frame(document: Document, start: int, end: int, width: int) -> Frame:
    """Return the frame of `document.text[start:end]`, at most about `width` columns wide.

    Line breaks at the start of the span are passed over, so that a finding of blank lines and words shows its words.
    Nothing outside the window is looked at, so a line may be of any length.
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
    room = max(width - display_width(words), 12)
    before, after = text[line.start : words_start], text[words_end : line.end]
    before = _tail(before, max(room * 2 // 3, room - len(after)))
    return Frame(before, words, _head(after, room - display_width(before)), last - index)


def _tail(text: str, room: int) -> str:
    """Return the end of `text`, at most `room` columns wide, an ellipsis where it was cut."""
    cut = visible(text[max(len(text) - room, 0) :])
    if len(text) <= room and display_width(cut) <= room:
        return cut
    while display_width(cut) >= room and cut:
        cut = cut[1:]
    return _CUT + cut


def _head(text: str, room: int) -> str:
    """Return the start of `text`, at most `room` columns wide, an ellipsis where it was cut."""
    cut = visible(text[:room])
    if len(text) <= room and display_width(cut) <= room:
        return cut
    while display_width(cut) >= room and cut:
        cut = cut[:-1]
    return cut + _CUT
