"""Convert a line and column to a span of the text, and find the lines around a span."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.document import Document
from textlint.errors import InputError
from textlint.explanation.values import TextLine
from textlint.span import Span
from textlint.startup.values import NamedTuple
from textlint.text.sanitize import shorten

_NEIGHBORS = 2
_LONGEST = 70


class Place(NamedTuple):
    """A span of a text, and its line and column. `line` is None for the whole text, `column` None for the whole line."""

    span: Span
    line: int | None = None
    column: int | None = None


def place_of(document: Document, line: int, column: int | None = None) -> Place:
    """Return the place of a line with its line break, or of one character in it. Lines and columns count from 1.

    Raises InputError if there is no such line or column. The end of the line counts as a column.
    """
    count = len(document.lines)
    if not 1 <= line <= count:
        raise InputError(
            f"there is no line {line}: the text has {count}", document.path, remedy=f"Give a line from 1 to {count}."
        )
    start, end = document.lines[line - 1]
    if column is None:
        return Place(Span(start, max(document.lines.with_break(line - 1).end, end + 1)), line)
    if not 1 <= column <= end - start + 1:
        raise InputError(
            f"there is no column {column} on line {line}: it has {end - start} characters",
            document.path,
            remedy=f"Give a column from 1 to {end - start + 1}.",
        )
    return Place(Span(start + column - 1, start + column), line, column)


def whole(document: Document) -> Place:
    """Return the place for the whole text."""
    return Place(Span(0, len(document.text) + 1))


def touches(span: Span, start: int, end: int) -> bool:
    """Return whether the range from `start` to `end` overlaps `span`; an empty range counts as one character."""
    return start < span.end and span.start < max(end, start + 1)


def neighbors(document: Document, start: int, end: int) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    """Return the nearest nonblank lines before and after a span, at most two on each side, in order."""
    lines = document.lines
    first, last = lines.index_at(start), lines.index_at(max(start, end - 1))
    before = _with_words(document, range(first - 1, -1, -1))
    return before[::-1], _with_words(document, range(last + 1, len(lines)))


def _with_words(document: Document, indexes: Sequence[int]) -> tuple[TextLine, ...]:
    found: list[TextLine] = []
    for index in indexes:
        start, end = document.lines[index]
        if words := document.text[start:end].strip():
            found.append(TextLine(document.position(start)[0], shorten(words, _LONGEST)))
            if len(found) == _NEIGHBORS:
                break
    return tuple(found)


def words_of(document: Document, start: int, end: int) -> str:
    """Return the text of a span on one line, shortened."""
    words = document.text[start:end]
    return shorten(" ".join(words.split()) or words, _LONGEST)
