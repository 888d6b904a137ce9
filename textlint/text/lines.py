"""The line table of a text, in which only LF, CRLF and CR break lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from textlint.span import Span
from textlint.startup import patterns

_BREAK = patterns.expression(r"\r\n|\n|\r")


class Lines:
    """The start and end of each line of a text, in code points.

    Unlike in `str.splitlines`, U+2028, U+0085 and form feed do not break lines, as in most editors. A text that ends in
    a line break has an empty last line, as in an editor.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        if "\r" in text:
            breaks = [match.span() for match in _BREAK.finditer(text)]
            self._starts = [0, *(end for _, end in breaks)]
            self._ends = [*(start for start, _ in breaks), len(text)]
        else:
            self._starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")])]
            self._ends = [start - 1 for start in self._starts[1:]]
            self._starts.pop()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        """Return the span of line `index` (from 0) without its break."""
        return Span(self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._starts, self._ends)

    def bounds(self) -> Iterator[tuple[int, int]]:
        """Yield the start and end of each line as plain tuples, which takes half the time of spans."""
        return zip(self._starts, self._ends, strict=True)

    def around(self, offset: int) -> tuple[int, int]:
        """Return the start and end of the line that contains `offset`, as a plain tuple."""
        index = bisect_right(self._starts, offset) - 1
        return self._starts[index], self._ends[index]

    def with_break(self, index: int) -> Span:
        """Return the span of line `index` with its break, if it has one."""
        following = index + 1
        return Span(
            self._starts[index], self._starts[following] if following < len(self._starts) else self._ends[index]
        )

    def index_at(self, offset: int) -> int:
        """Return the index (from 0) of the line that contains `offset`; a break belongs to the line it ends."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of `offset`, both counted from 1, in code points."""
        index = self.index_at(offset)
        return index + 1, offset - self._starts[index] + 1
