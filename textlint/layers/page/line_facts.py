"""The facts about each line that may be furniture: its words, its shape, its neighbors and its place on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator

from textlint.document import Document
from textlint.layers.page import feature_names
from textlint.layers.page.line_shape import PROSE, page
from textlint.layers.page.line_surroundings import Around
from textlint.layers.page.line_words import Words, share_of_itself
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_KNOWN_STEPS = (0.01, 0.3, 0.5, 0.75, 1.0)
_WORDS_WEIGHED = 2_000  # of a line, for its capitals: a whole book may stand on one line
_DIGIT = patterns.expression(r"\d")
_DATE = patterns.expression(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|min(?:ute)?s?) ago\b"
)
_ADDRESS = patterns.expression(r"https?://|www\.|\S@\S|\.(?:com|org|net)\b")
_ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".org", ".net")


class Facts(NamedTuple):
    """What is known of the line with this number: one fact for each of `SINGLES`, and those of other feature_names.

    `numbers` are those of the features that are too many for facts: the pairs of words, and short lines as a whole.
    """

    line: int
    singles: tuple[Hashable, ...]
    bags: list[feature_names.Bag]
    numbers: set[int]


def features(document: Document) -> Iterator[tuple[int, list[int]]]:
    """Yield each candidate line's index and the numbers of its features, without repetition."""
    for index, singles, bags, numbers in facts(document):
        named = [name for group, fact in zip(feature_names.SINGLES, singles, strict=True) for name in group(fact)]
        named += [name for group, bag in bags for fact in bag for name in group(fact)]
        yield index, list({*map(feature_names.number, named), *numbers})


def facts(document: Document) -> Iterator[Facts]:
    """Yield what is known of each candidate line."""
    sheet = document.layer(page)
    if not sheet.candidates:
        return
    kind = sheet.kind
    around, words = Around(sheet), Words(sheet)
    times = Counter([line.folded for line in sheet.lines])
    has_addresses = any(sign in document.folded for sign in _ADDRESS_SIGNS)
    for index in sheet.candidates:
        text, folded, weight, shape = sheet.lines[index]
        place = around.place(index)
        zone, case, sign = place[0], _case(text), text[0]
        known = share_of_itself(folded) if zone == "b" and weight >= PROSE else words.known(folded)
        known = bisect_right(_KNOWN_STEPS, known)
        sentences = text.count(". ") + text.count("? ") + text.count("! ")
        singles = (
            (shape, case, place, kind),
            ("0" if sign.isalnum() else sign, min(times[folded], 4), kind),
            (known, shape, kind),
            (place, known, case),
            (min(sentences, 3), min(text.count(","), 4), shape),
            *around.shapes(index),
            *around.gaps(index, zone, shape),
        )
        bags, numbers = words.of(index)
        bags += around.cues(index, zone, shape)
        if _DIGIT.search(folded) and _DATE.search(folded):
            bags.append((feature_names.date, [(zone, shape)]))
        if has_addresses and _ADDRESS.search(folded):
            bags.append((feature_names.address, [shape]))
        yield Facts(index, singles, bags, numbers)


def _case(text: str) -> str:
    """Return whether a line is all capitals, has a capital on most words, on many, or on few."""
    if text.isupper():
        return "U"
    words = text.split(None, _WORDS_WEIGHED)[:_WORDS_WEIGHED]
    capitals = sum([word[0].isupper() for word in words]) / len(words)
    return "T" if capitals > 0.6 else "m" if capitals > 0.3 else "l"
