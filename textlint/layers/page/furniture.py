"""Which lines are page furniture by their own words, and which only by the company they keep."""

from __future__ import annotations

from collections.abc import Sequence

from textlint.document import Document
from textlint.layers.page.zones import STOPS, Zones, cued_lines, zones
from textlint.startup.values import NamedTuple

_FEW_WORDS = 12  # words, below which a line without an end mark is a label; chosen by reading, not measured
_FEW_WORDS_WITH_CUE = 25  # words, below which a line with a cue is furniture; chosen by reading, not measured
_NONE: frozenset[str] = frozenset()


class Furniture(NamedTuple):
    """What is known of each line with words: `kinds[i]` are the cues on line i, `sure[i]` whether the line is furniture."""

    zones: Zones
    kinds: tuple[frozenset[str], ...]
    sure: tuple[bool, ...]


def furniture(document: Document) -> Furniture:
    """Return what the cues say of the lines of `document`; a layer.

    A line is furniture by its own words where cues cover half of it, or where it is short and holds one.
    """
    where = document.layer(zones)
    cued = cued_lines(document.cues, where.lines)
    text = document.text
    kinds = [_NONE] * len(where.lines)
    sure = [False] * len(where.lines)
    for index, line in cued.items():
        kinds[index] = line.kinds
        sure[index] = line.is_furniture or text.count(" ", *where.lines[index]) < _FEW_WORDS_WITH_CUE
    return Furniture(where, tuple(kinds), tuple(sure))


def is_label(line: str) -> bool:
    """Say whether a stripped line is short and no sentence: a label, a name, a headline."""
    return line.count(" ") < _FEW_WORDS and line[-1] not in STOPS


def nearest_sure(sure: Sequence[bool], index: int, step: int, reach: int) -> int | None:
    """Return the index of the first furniture line from `index` in direction `step`, at most `reach` lines away."""
    for distance in range(1, reach + 1):
        other = index + step * distance
        if not 0 <= other < len(sure):
            return None
        if sure[other]:
            return other
    return None
