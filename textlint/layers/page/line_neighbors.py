"""Where a line stands on its page and what stands around it, from counts that are made once for all lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from textlint.layers.page import feature_names
from textlint.layers.page import line_values as values
from textlint.layers.page.feature_names import Fact
from textlint.layers.page.line_shape import Page
from textlint.startup.values import NamedTuple

_NO_CUE = 999  # lines to a cue that does not come; chosen to be above all steps


class Place(NamedTuple):
    """The zone of a line, and its place in the zone, in words."""

    zone: str
    exact: str


class Neighbors:
    """The lines around each line of one page.

    How many of the lines in any range have a cue or are short is the difference of two running counts, so that no range
    is walked through for each line.
    """

    __slots__ = ("_count", "_cue_share", "_cued", "_cues_before", "_first", "_kinds", "_last", "_prose", "_shapes", "_short_before", "_short_lines", "_unions")  # fmt: skip

    def __init__(self, page: Page) -> None:
        self._count = len(page.lines)
        self._short_lines = page.short_lines
        self._kinds = page.known.kinds
        self._cued = page.cued
        self._prose = page.prose
        self._first, self._last = page.known.zones.body
        self._unions: dict[tuple[int, int], frozenset[str]] = {}
        self._shapes = [values.NO_LINE] * 2 + [line.shape for line in page.lines] + [values.NO_LINE] * 2
        self._cues_before = [0, *accumulate(map(bool, self._kinds))]
        self._short_before = [0, *accumulate([line.weight < 0 for line in page.lines])]
        self._cue_share = values.CUE_SHARE[len(page.cued) / self._count]

    def place(self, index: int) -> Place:
        """Return the zone with the distance to the article's edge, or inside it the running text above and below."""
        if index < self._first:
            return Place(values.BEFORE, values.LINES_BEFORE[self._first - index])
        if index >= self._last:
            return Place(values.AFTER, values.LINES_AFTER[index - self._last + 1])
        above = bisect_left(self._prose, index)
        below = len(self._prose) - above
        return Place(
            values.INSIDE, f"{values.INSIDE}, {values.PARAGRAPHS[above]} above, {values.PARAGRAPHS[below]} from here on"
        )

    def shapes(self, index: int) -> list[str]:
        """Return the shapes of the two lines above the line, of the line itself and of the two lines below it."""
        return self._shapes[index : index + 5]

    def cues_passed(self, index: int, zone: str, shape: str) -> Fact:
        """Return the fact of the group of this name.

        The end of an article that is a list looks like the end of a page; but no cue stands between it and the article.
        """
        before, after = self._cues_before[index], self._cues_before[index + 1]
        if zone == values.INSIDE:
            passed = values.CUES_ABOVE[before]
        elif zone == values.BEFORE:
            passed = values.CUES_BETWEEN[self._cues_before[self._first] - after]
        else:
            passed = values.CUES_BETWEEN[before - self._cues_before[self._last]]
        return zone, passed, shape, self._short_lines

    def cue_distance(self, index: int, zone: str, shape: str) -> Fact:
        """Return the fact of the group of this name."""
        before, after = self._cues_before[index], self._cues_before[index + 1]
        above = index - self._cued[before - 1] if before else _NO_CUE
        below = self._cued[after] - index if after < len(self._cued) else _NO_CUE
        distance = values.CUE_DISTANCE
        return zone, distance[above], distance[below], distance[min(above, below)], shape

    def nearby(self, index: int, shape: str) -> Fact:
        """Return the fact of the group of this name."""
        low, high = max(0, index - values.CUE_REACH), min(self._count, index + values.CUE_REACH + 1)
        cued = self._cues_before[high] - self._cues_before[low]
        low, high = max(0, index - values.SHORT_REACH), min(self._count, index + values.SHORT_REACH + 1)
        short = (self._short_before[high] - self._short_before[low]) / (high - low)
        return values.CUES_NEAR[cued], values.SHORT_NEAR[short], shape

    def cue_share(self, zone: str) -> Fact:
        """Return the fact of the group of this name."""
        return self._cue_share, zone

    def cues(self, index: int, zone: str, shape: str) -> Iterator[feature_names.Bag]:
        """Yield the cues on the line, on the lines next to it, and on those near it."""
        kinds, counts = self._kinds, self._cues_before
        first, own, rest = counts[max(0, index - values.CUE_REACH)], counts[index], counts[index + 1]
        last = counts[min(self._count, index + values.CUE_REACH + 1)]
        if first == last:
            return
        if own < rest:
            yield feature_names.cue, [(kind, zone, shape) for kind in kinds[index]]
        if first < own:
            yield feature_names.cue_above, self._kinds_of(first, own)
            yield feature_names.neighboring_cue, [("above", kind) for kind in kinds[index - 1]]
        if rest < last:
            yield feature_names.cue_below, self._kinds_of(rest, last)
            yield feature_names.neighboring_cue, [("below", kind) for kind in kinds[index + 1]]

    def _kinds_of(self, begin: int, end: int) -> frozenset[str]:
        """Return the kinds of cue on these of the lines with cues; the same ones are asked for line after line."""
        found = self._unions.get((begin, end))
        if found is None:
            found = frozenset().union(*[self._kinds[index] for index in self._cued[begin:end]])
            self._unions[begin, end] = found
        return found
