"""Which lines are page furniture by their own words, and which only by the company they keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.zones import STOPS, Zones, zones

_COVER = 0.5  # share of a line's code points that cues must cover for the line to be furniture by its own words
_FEW_WORDS = 12
_FEW_WORDS_WITH_CUE = 25


class Furniture(NamedTuple):
    """What is known of each line with words: `kinds[i]` are the cues on line i, `sure[i]` whether the line is furniture."""

    zones: Zones
    kinds: tuple[frozenset[str], ...]
    sure: tuple[bool, ...]


def furniture(document: Document) -> Furniture:
    """Return what the cues say of the lines of `document`.

    A line is furniture by its own words where cues cover half of it, or where it is short and holds one.
    """
    where = document.layer(zones)
    kinds: list[set[str]] = [set() for _ in where.lines]
    covered = [0] * len(where.lines)
    done = 0
    for cue in sorted(document.cues):
        first, last = where.index_at(cue.start), where.index_at(max(cue.start, cue.end - 1))
        for index in range(first, last + 1):
            start, end = where.lines[index]
            kinds[index].add(cue.kind)
            covered[index] += max(0, min(end, cue.end) - max(start, cue.start, done))
        done = max(done, cue.end)
    text = document.text
    sure = [
        bool(kind)
        and (cover >= _COVER * (end - start) or text.count(" ", start, end) < _FEW_WORDS_WITH_CUE or len(kind) > 1)
        for kind, cover, (start, end) in zip(kinds, covered, where.lines, strict=True)
    ]
    return Furniture(where, tuple(frozenset(kind) for kind in kinds), tuple(sure))


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
