"""Where a line stands on its page and what stands around it, in numbers that are counted once for all lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterator
from itertools import accumulate

from textlint.layers.page import feature_names
from textlint.layers.page.line_shape import Page

_DISTANCE_STEPS = (1, 2, 3, 5, 8, 13, 25, 60, 150)
_PROSE_STEPS = (1, 2, 4)
_GAP_STEPS = (1, 2, 3, 5, 10, 25)
_CUE_SHARES = (0.01, 0.03, 0.06, 0.12, 0.25)
_NEVER = 999  # lines to a cue that does not come
_NEAR = 6  # lines before and after whose cues count
_WINDOW = 5  # lines before and after that are counted as short or not
_EDGE = "-"  # the shape of what stands before the first and after the last line


class Around:
    """The lines around each line of one page.

    How many of the lines in any range hold a cue or are short is the difference of two running counts, so that no range
    is walked through for each line.
    """

    __slots__ = ("_count", "_cue_share", "_cued", "_cues_before", "_first", "_kinds", "_last", "_prose", "_shapes", "_short_before", "_type", "_unions")  # fmt: skip

    def __init__(self, sheet: Page) -> None:
        self._count = len(sheet.lines)
        self._type = sheet.kind
        self._kinds = sheet.known.kinds
        self._cued = sheet.cued
        self._prose = sheet.prose
        self._first, self._last = sheet.known.zones.body
        self._unions: dict[tuple[int, int], frozenset[str]] = {}
        self._shapes = [_EDGE, _EDGE, *[line.shape for line in sheet.lines], _EDGE, _EDGE]
        self._cues_before = [0, *accumulate(map(bool, self._kinds))]
        self._short_before = [0, *accumulate([line.weight < 0 for line in sheet.lines])]
        self._cue_share = bisect_right(_CUE_SHARES, len(sheet.cued) / self._count)

    def place(self, index: int) -> str:
        """Return the zone with the distance to the article's edge, or inside it to the last and next running text."""
        if index < self._first:
            return f"h{bisect_right(_DISTANCE_STEPS, self._first - index)}"
        if index >= self._last:
            return f"t{bisect_right(_DISTANCE_STEPS, index - self._last)}"
        spot = bisect_left(self._prose, index)
        after = len(self._prose) - spot
        return f"b{bisect_right(_PROSE_STEPS, spot)}{bisect_right(_PROSE_STEPS, after)}"

    def shapes(self, index: int) -> tuple[Hashable, ...]:
        """Return the facts of the groups `near` (four times) and `both`."""
        two_before, before, shape, after, two_after = self._shapes[index : index + 5]
        return (
            (-2, two_before, shape),
            (-1, before, shape),
            (1, after, shape),
            (2, two_after, shape),
            (before, after, shape[0]),
        )

    def gaps(self, index: int, zone: str, shape: str) -> tuple[Hashable, ...]:
        """Return the facts of the groups `between`, `gap`, `window` and `share`.

        The end of an article that is a list looks like the end of a page; but no cue stands between it and the article.
        """
        cued, counts, kind = self._cued, self._cues_before, self._type
        before, after = counts[index], counts[index + 1]
        since = index - cued[before - 1] if before else _NEVER
        until = cued[after] - index if after < len(cued) else _NEVER
        between = counts[self._first] - after if zone == "h" else before - counts[self._last] if zone == "t" else before
        near = counts[min(self._count, index + _NEAR + 1)] - counts[max(0, index - _NEAR)]
        low, high = max(0, index - _WINDOW), min(self._count, index + _WINDOW + 1)
        short = (self._short_before[high] - self._short_before[low]) / (high - low)
        return (
            (zone, bisect_right(_GAP_STEPS, between), shape, kind),
            (zone, bisect_right(_GAP_STEPS, since), bisect_right(_GAP_STEPS, until), shape),
            (min(near, _NEAR), int(short * 10), shape),
            (self._cue_share, zone),
        )

    def cues(self, index: int, zone: str, shape: str) -> Iterator[feature_names.Bag]:
        """Yield the cues on the line, on the next lines, and on those around it."""
        kinds, counts = self._kinds, self._cues_before
        first, own, rest = counts[max(0, index - _NEAR)], counts[index], counts[index + 1]
        last = counts[min(self._count, index + _NEAR + 1)]
        if first == last:
            return
        if own < rest:
            yield feature_names.cue, [(kind, zone, shape) for kind in kinds[index]]
        if first < own:
            yield feature_names.cue_before, self._kinds_of(first, own)
            yield feature_names.cue_next, [(-1, kind) for kind in kinds[index - 1]]
        if rest < last:
            yield feature_names.cue_after, self._kinds_of(rest, last)
            yield feature_names.cue_next, [(1, kind) for kind in kinds[index + 1]]

    def _kinds_of(self, begin: int, end: int) -> frozenset[str]:
        """Return the kinds of cue on these of the lines with cues; the same ones are asked for line after line."""
        found = self._unions.get((begin, end))
        if found is None:
            found = frozenset().union(*[self._kinds[index] for index in self._cued[begin:end]])
            self._unions[begin, end] = found
        return found
