"""Where the article stands in the page: what comes before it, the article, what comes after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textlint.document import Document
from textlint.layers.shared.visible import visible_lines
from textlint.span import Cue, Span
from textlint.startup.values import NamedTuple

ENDS = frozenset(".!?…:\"”’'»)]*—–;,")
STOPS = frozenset(".!?…\"”’'»")

_PROSE = 10  # words from which a line with an end mark is running text; chosen by reading, not measured
_SENTENCE = 4  # words from which it is at least a sentence; chosen by reading, not measured
_LONG = 24  # words from which a line is running text without an end mark; chosen by reading, not measured
_CAP = 40  # a paragraph counts for no more words than this, so that one long notice does not make an article
_SHORT = -5.0  # weight, in words, of a line that is no sentence; chosen by reading, not measured
_CUED = -9.0  # weight, in words, of a line that speaks of page furniture; chosen by reading, not measured
_CUED_WORDS = 12  # words, up to which one cue makes the whole line furniture; chosen by reading, not measured
# So does a cue, at any length, that covers this share of the line; or cues of two kinds; chosen by reading, not
# measured.
_COVERED = 0.5
_CUED_PROSE = 0.25  # what is left of the weight of any other line with a cue; chosen by reading, not measured


class Cued(NamedTuple):
    """The kinds of cue on a line, and whether they alone make the line furniture, whatever its length."""

    kinds: frozenset[str]
    is_furniture: bool


class Zones:
    """The zones of one document, and the cues that stand near a line.

    Lines are counted without the blank ones: `lines` are the spans of the lines with visible characters, `body` the half-open
    range of their indexes that is the article. A document without running text is all body, unless most of it is cues.
    """

    __slots__ = ("_by_line", "_starts", "body", "lines")

    def __init__(self, lines: Sequence[Span], body: tuple[int, int], cues: Sequence[Cue]) -> None:
        self.lines = lines
        self.body = body
        self._starts = [line.start for line in lines]
        self._by_line: list[tuple[int, str]] = sorted(
            (line, cue.kind)
            for cue in cues
            for line in range(self.index_at(cue.start), self.index_at(max(cue.start, cue.end - 1)) + 1)
        )

    def index_at(self, offset: int) -> int:
        """Return the index of the line with words that holds `offset` or is the last before it; 0 before the first."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def at(self, offset: int) -> str:
        """Return the zone of `offset`: "head", "body" or "tail"."""
        index = self.index_at(offset)
        return "head" if index < self.body[0] else "tail" if index >= self.body[1] else "body"

    def kinds_near(self, start: int, end: int, near: int = 6, but: str = "") -> frozenset[str]:
        """Return the kinds of cue, `but` that one, on the lines of `[start, end)` or at most `near` lines with words away."""
        if not self._by_line:
            return frozenset()
        first = self.index_at(start) - near
        last = self.index_at(max(start, end - 1)) + near
        low = bisect_left(self._by_line, (first, ""))
        high = bisect_left(self._by_line, (last + 1, ""))
        return frozenset(kind for _, kind in self._by_line[low:high] if kind != but)


def zones(document: Document) -> Zones:
    """Return the zones of `document`, judged from the shape of its lines and the cues the matcher saw; a layer.

    The article is the run of lines with the greatest sum, where running text counts its words and everything else costs
    a little: the method of maximum subsequence segmentation (Pasternack and Roth, 2009) with lines for tokens.
    """
    text = document.text
    lines = document.layer(visible_lines)
    if not lines:
        return Zones((), (0, 0), ())
    weights = list(document.layer(line_weights))
    cued = cued_lines(document.cues, lines)
    for index, line in cued.items():
        start, end = lines[index]
        if line.is_furniture or text.count(" ", start, end) < _CUED_WORDS:
            weights[index] = min(weights[index], _CUED)
        else:
            weights[index] *= _CUED_PROSE
    return Zones(lines, _heaviest_run(weights, len(cued)), document.cues)


def line_weights(document: Document) -> list[float]:
    """Return what each line with words weighs by its shape alone; a layer, as the line model asks again."""
    text = document.text
    return [line_weight(text[start:end].strip()) for start, end in document.layer(visible_lines)]


def line_weight(line: str) -> float:
    """Return how much a stripped line speaks for running text: its words where it is, less than nothing where it is not."""
    words = line.count(" ") + 1
    ends = line[-1] in STOPS
    if words >= _PROSE and ends:
        return float(min(words, _CAP))
    if words >= _LONG:
        return words / 2
    if words >= _SENTENCE and ends:
        return words / 2
    return _SHORT


def cued_lines(cues: Sequence[Cue], lines: Sequence[Span]) -> dict[int, Cued]:
    """Return what the cues say of each line that holds any, by its index."""
    starts = [line.start for line in lines]
    kinds: dict[int, set[str]] = {}
    covered: dict[int, int] = {}
    done = 0
    for cue in cues:
        index = max(0, bisect_right(starts, cue.start) - 1)
        kinds.setdefault(index, set()).add(cue.kind)
        covered[index] = covered.get(index, 0) + max(0, min(cue.end, lines[index].end) - max(cue.start, done))
        done = max(done, cue.end)
    return {
        index: Cued(
            frozenset(found), len(found) > 1 or covered[index] >= _COVERED * (lines[index].end - lines[index].start)
        )
        for index, found in kinds.items()
    }


def _heaviest_run(weights: Sequence[float], cued: int) -> tuple[int, int]:
    """Return the half-open range of lines with the greatest sum."""
    sums = [0.0, *accumulate(weights)]
    best, first, last, lowest = 0.0, 0, 0, 0
    for index in range(1, len(sums)):
        if sums[index] - sums[lowest] > best:
            best, first, last = sums[index] - sums[lowest], lowest, index
        if sums[index] < sums[lowest]:
            lowest = index
    if best <= 0:
        return (0, 0) if cued * 2 > len(weights) else (0, len(weights))
    return first, last
