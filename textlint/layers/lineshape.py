"""The lines of a page as a linear model sees them: numbers for their words, their shape, their neighbours and place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from zlib import crc32

from textlint import compiled
from textlint.document import Document
from textlint.layers.furniture import Furniture, furniture
from textlint.layers.zones import line_weight
from textlint.values import NamedTuple

_WORD = compiled.expression(r"[^\W_]+(?:'[^\W_]+)?|[©|»>•@$£€*→:/]")
_LONG_WORD = compiled.expression(r"[^\W\d_]{5,}")
_WORDS_READ = 45  # of a line, from its start: what a line is shows in its first words
_WORDS_WEIGHED = 2_000  # of a line, for its capitals and its subject: a whole book may stand on one line
_WORD_STEPS = (1, 2, 3, 4, 6, 9, 13, 20, 32, 60)
_DISTANCE_STEPS = (1, 2, 3, 5, 8, 13, 25, 60, 150)
_SHARE_STEPS = (0.1, 0.25, 0.45, 0.65, 0.8, 0.9, 0.96)
_GAP_STEPS = (1, 2, 3, 5, 10, 25)
_CUE_SHARES = (0.01, 0.03, 0.06, 0.12, 0.25)
_EDGE_PROSE = 3  # so many lines at each end of the article are looked at even where they are plain running text
_DATE = compiled.expression(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|min(?:ute)?s?) ago\b"
)
_ADDRESS = compiled.expression(r"https?://|www\.|\S@\S|\.(?:com|org|net)\b")


class Line(NamedTuple):
    """One line with words: its place among them, its words without edge blanks, its weight and its shape in short."""

    number: int
    text: str
    folded: str
    weight: float
    shape: str


class Page(NamedTuple):
    """What features need of the whole document."""

    lines: list[Line]
    known: Furniture
    candidates: list[int]
    prose: list[int]  # indexes of the lines of running text
    kind: str  # how much of the page is short lines, as a digit
    cued: list[int]  # indexes of the lines with a cue


def page(document: Document) -> Page:
    """Return the lines of `document` and which of them may be furniture: all but plain running text inside the article."""
    known = document.layer(furniture)
    text, folded = document.text, document.folded
    lines: list[Line] = []
    for index, (start, end) in enumerate(known.zones.lines):
        words = text[start:end].strip()
        weight = line_weight(words)
        shape = f"{_step(words.count(' ') + 1, _WORD_STEPS)}{_start(words)}{_ending(words)}{'c' if known.kinds[index] else ''}"
        lines.append(Line(index, words, folded[start:end].strip(), weight, shape))
    prose = [line.number for line in lines if line.weight >= 10]
    first, last = known.zones.body
    low, high = first + _EDGE_PROSE, last - _EDGE_PROSE
    candidates = [
        line.number for line in lines if line.weight < 10 or known.kinds[line.number] or not low <= line.number < high
    ]
    share = sum(line.weight < 0 for line in lines) / max(1, len(lines))
    cued = [index for index, kinds in enumerate(known.kinds) if kinds]
    return Page(lines, known, candidates, prose, str(_step(share, _SHARE_STEPS)), cued)


def features(document: Document) -> Iterator[tuple[int, list[int]]]:
    """Yield each candidate line's index and the numbers of its features, without repetition."""
    sheet = document.layer(page)
    if not sheet.candidates:
        return
    times = Counter(line.folded for line in sheet.lines)
    subject = _subject(sheet)
    for index in sheet.candidates:
        line = sheet.lines[index]
        names = [*_shape(line, sheet, times[line.folded], subject), *_words(line), *_neighbours(index, sheet)]
        yield index, list(dict.fromkeys(crc32(name.encode("utf-8", "surrogatepass")) for name in names))


def _shape(line: Line, sheet: Page, times: int, subject: frozenset[str]) -> Iterator[str]:
    words = line.text.split(None, _WORDS_WEIGHED)[:_WORDS_WEIGHED]
    capitals = sum(word[:1].isupper() for word in words) / len(words)
    case = "U" if line.text.isupper() else "T" if capitals > 0.6 else "m" if capitals > 0.3 else "l"
    known = _step(_share_of_subject(line.folded, subject), (0.01, 0.3, 0.5, 0.75, 1.0))
    place = _place(line.number, sheet)
    own = f"{line.shape}{case}"
    yield "bias"
    yield f"kind {sheet.kind}"
    for name in (
        f"shape {own}",
        f"start {line.text[0] if not line.text[0].isalnum() else 0}",
        f"times {min(times, 4)}",
        f"known {known} {line.shape}",
        f"place {place}",
    ):
        yield name
        yield f"{name} {sheet.kind}"
    yield f"{place} {own}"
    yield f"{place} {known} {case}"
    if _DATE.search(line.folded):
        yield f"date {line.shape}"
        yield f"date {place[0]}"
    if _ADDRESS.search(line.folded):
        yield f"address {line.shape}"
    sentences = line.text.count(". ") + line.text.count("? ") + line.text.count("! ")
    yield f"sentences {min(sentences, 3)} {line.shape}"
    yield f"commas {min(line.text.count(','), 4)} {line.shape}"
    for kind in sheet.known.kinds[line.number]:
        yield f"cue {kind}"
        yield f"cue {kind} {place[0]}"
        yield f"cue {kind} {line.shape}"


def _words(line: Line) -> Iterator[str]:
    words = _first_words(line.folded, _WORDS_READ)
    size = "s" if len(words) < 8 else "l"
    before = "^"
    for word in words:
        plain = "#" if word.isdigit() else word
        yield f"w {plain}"
        yield f"w {size} {plain}"
        yield f"b {before} {plain}"
        before = plain
    yield f"b {before} $"
    if 0 < len(words) < 8:
        yield f"line {' '.join(words)}"


def _first_words(folded: str, number: int) -> list[str]:
    """Return the first words of a line, without looking at those that follow."""
    return [match.group() for match in islice(_WORD.finditer(folded), number)]


def _neighbours(index: int, sheet: Page) -> Iterator[str]:
    lines, kinds = sheet.lines, sheet.known.kinds
    own = lines[index].shape
    shapes = {step: lines[index + step].shape if 0 <= index + step < len(lines) else "-" for step in (-2, -1, 1, 2)}
    for step, shape in shapes.items():
        yield f"near {step} {shape}"
        yield f"near {step} {shape} {own}"
    yield f"both {shapes[-1]} {shapes[1]}"
    yield f"both {shapes[-1]} {shapes[1]} {own[0]}"
    for step in (-1, 1):
        if 0 <= index + step < len(lines):
            for word in _first_words(lines[index + step].folded, 12):
                yield f"nw {step} {word}"
            for kind in kinds[index + step]:
                yield f"next cue {step} {kind}"
    for step in (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6):
        if 0 <= index + step < len(lines):
            for kind in kinds[index + step]:
                yield f"around {kind} {step > 0}"
    yield from _cue_gaps(index, sheet)
    cued = sum(bool(kind) for kind in kinds[max(0, index - 6) : index + 7])
    yield f"cued {min(cued, 6)} {own}"
    window = lines[max(0, index - 5) : index + 6]
    short = sum(line.weight < 0 for line in window) / len(window)
    yield f"window {int(short * 10)} {own}"


def _cue_gaps(index: int, sheet: Page) -> Iterator[str]:
    """Yield how far the next cues stand, and how many stand between the line and the article.

    The end of an article that is a list looks like the end of a page; but no cue stands between it and the article.
    """
    own = sheet.lines[index].shape
    first, last = sheet.known.zones.body
    before, after = bisect_left(sheet.cued, index), bisect_left(sheet.cued, index + 1)
    since = index - sheet.cued[before - 1] if before else 999
    until = sheet.cued[after] - index if after < len(sheet.cued) else 999
    zone = "h" if index < first else "t" if index >= last else "b"
    between = (
        bisect_left(sheet.cued, first) - after
        if zone == "h"
        else before - bisect_left(sheet.cued, last)
        if zone == "t"
        else before
    )
    yield f"between {zone} {_step(between, _GAP_STEPS)}"
    yield f"between {zone} {_step(between, _GAP_STEPS)} {own} {sheet.kind}"
    yield f"gap {zone} {_step(since, _GAP_STEPS)} {_step(until, _GAP_STEPS)}"
    yield f"gap {zone} {_step(min(since, until), _GAP_STEPS)} {own}"
    yield f"cue share {_step(len(sheet.cued) / len(sheet.lines), _CUE_SHARES)} {zone}"


def _place(index: int, sheet: Page) -> str:
    """Return the zone with the distance to the article's edge, or inside it to the last and next running text."""
    first, last = sheet.known.zones.body
    if index < first:
        return f"h{_step(first - index, _DISTANCE_STEPS)}"
    if index >= last:
        return f"t{_step(index - last, _DISTANCE_STEPS)}"
    spot = bisect_left(sheet.prose, index)
    after = len(sheet.prose) - spot
    return f"b{_step(spot, (1, 2, 4))}{_step(after, (1, 2, 4))}"


def _subject(sheet: Page) -> frozenset[str]:
    """Return the longer words of the article's running text: a line about something else is likelier to be furniture."""
    first, last = sheet.known.zones.body
    words: set[str] = set()
    for index in sheet.prose:
        if first <= index < last:
            words.update(_LONG_WORD.findall(sheet.lines[index].folded))
    return frozenset(words)


def _share_of_subject(folded: str, subject: frozenset[str]) -> float:
    words = _LONG_WORD.findall(folded[: _WORDS_WEIGHED * 6])
    return sum(word in subject for word in words) / len(words) if words else 0.4


def _start(words: str) -> str:
    return "l" if words[0].islower() else "" if words[0].isalnum() else "-"


def _ending(words: str) -> str:
    mark = words[-1]
    if mark in "\"”’'»)]" and len(words) > 1 and words[-2] in ".!?…,":
        return "q"
    if words.endswith("..."):
        return "…"
    return mark if mark in ".!?…:,;|" else "0" if mark.isdigit() else "a" if mark.isalpha() else "x"


def _step(value: float, steps: tuple[float, ...]) -> int:
    """Return how many of `steps` are not above `value`."""
    return sum(step <= value for step in steps)
