"""The headline of a document, where the text itself shows which line it is."""

from __future__ import annotations

from collections import Counter

from textlint.document import Document
from textlint.layers.shared.visible import visible_lines
from textlint.span import Span
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_LONGEST = 500  # code points of a line that are compared, so that long lines cost no more; no headline is longer
_EDGES = patterns.expression(r"^\W+|\W+$")
_FEWEST_WORDS = 3  # words of a headline; fewer may be a label; chosen by reading, not measured
_MOST_WORDS = 30  # words of a headline; more are a paragraph; chosen by reading, not measured
# Lines with words that may stand between a headline and its repetition: byline, date, section, share bar; chosen by
# reading, not measured.
_APART = 8
_MOST_TIMES = 3  # times; what comes more often is a column heading or a link; chosen by reading, not measured
# Lines with words, from the top of the page, in which a headline is looked for; chosen by reading, not measured.
_TOP = 60
# Words from which a line that ends in a full stop is the article, so the headline is behind us; chosen by reading, not
# measured.
_RUNNING_TEXT = 12


class Headline(NamedTuple):
    """A line that comes twice near the top, in code points: where it stands first, and where it stands again."""

    first: Span
    again: tuple[Span, ...]


def headline(document: Document) -> Headline | None:
    """Return the headline of `document` where it comes twice at the top of the text, else None; a layer.

    A list of links above the article may repeat lines as well, so the last line that comes twice before running text
    begins is taken.
    """
    text, folded = document.text, document.folded
    seen: dict[str, int] = {}
    times: Counter[str] = Counter()
    pairs: list[tuple[int, int]] = []
    lines = document.layer(visible_lines)[:_TOP]
    for number, (start, end) in enumerate(lines):
        key = _key(folded, start, end)
        words = key.count(" ") + 1
        if words >= _RUNNING_TEXT and text[start:end].rstrip().endswith((".", ".”", '."')):
            break
        if "|" in key or "\t" in key or not _FEWEST_WORDS <= words <= _MOST_WORDS:
            continue
        times[key] += 1
        before = seen.get(key)
        if before is not None and number - before <= _APART:
            pairs.append((before, number))
        seen[key] = number
    pairs = [pair for pair in pairs if times[_key(folded, *lines[pair[0]])] <= _MOST_TIMES]
    if not pairs:
        return None
    last = pairs[-1][1]
    chain = [last]
    for before, number in reversed(pairs):
        if number == chain[-1]:
            chain.append(before)
    chain.reverse()
    return Headline(lines[chain[0]], tuple(lines[number] for number in chain[1:]))


def _key(folded: str, start: int, end: int) -> str:
    """Return the words of a line for comparison; of a line too long to be a headline only the beginning."""
    return _EDGES.sub("", folded[start : min(end, start + _LONGEST)])
