"""What is known about each line that may be furniture: its words, its shape, its neighbors and its place on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.page import feature_names, line_words
from textlint.layers.page import line_values as values
from textlint.layers.page.feature_names import SINGLES, Singles, names_of
from textlint.layers.page.line_neighbors import Neighbors
from textlint.layers.page.line_shape import PROSE, page_lines
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_WORDS_WEIGHED = 2_000  # words of a line that are read for its capitals, because a whole book may stand on one line
_DIGIT = patterns.expression(r"\d")
_DATE = patterns.expression(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|oct|nov|dec)[a-z]*\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d\d\b|\b\d+ (?:hours?|days?|min(?:ute)?s?) ago\b"
)
_ADDRESS = patterns.expression(r"https?://|www\.|\S@\S|\.(?:com|org|net)\b")
_ADDRESS_SIGNS = ("://", "www.", "@", ".com", ".org", ".net")


class Facts(NamedTuple):
    """What is known about the line with this index: a fact for each of `Singles`, and those of which it has several.

    `words` are its first words. `numbers` are those of the features that are too many for facts: the pairs of words, and
    short lines as a whole.
    """

    line: int
    singles: Singles
    bags: list[feature_names.Bag]
    words: list[str]
    numbers: set[int]


def features(document: Document) -> Iterator[tuple[int, list[str]]]:
    """Yield each candidate line's index and the names of its features, without repetition."""
    for found in facts(document):
        yield found.line, names(found)


def names(found: Facts) -> list[str]:
    """Return the names of the features of one line, without repetition."""
    named = [name for field, fact in found.singles._asdict().items() for name in names_of(SINGLES[field], fact)]
    named += [name for group, bag in found.bags for fact in sorted(bag) for name in names_of(group, fact)]
    return list(dict.fromkeys([*named, *sorted(line_words.names(found.words))]))


def facts(document: Document) -> Iterator[Facts]:
    """Yield what is known about each candidate line."""
    page = document.layer(page_lines)
    if not page.candidates:
        return
    neighbors, words = Neighbors(page), line_words.Words(page)
    times = Counter([line.folded for line in page.lines])
    has_addresses = any(sign in document.folded for sign in _ADDRESS_SIGNS)
    for index in page.candidates:
        text, folded, weight, length, shape = page.lines[index]
        zone, place = neighbors.place(index)
        capitals = _capitals(text)
        is_article = zone == values.INSIDE and weight >= PROSE
        share = values.SHARED_WORDS[line_words.share_of_itself(folded) if is_article else words.shared(folded)]
        sentences = text.count(". ") + text.count("? ") + text.count("! ")
        two_above, above, _, below, two_below = neighbors.shapes(index)
        singles = Singles(
            shape_and_place=(shape, capitals, place, page.short_lines),
            beginning=(
                values.LETTER_START if text[0].isalnum() else text[0],
                values.TIMES[times[folded]],
                page.short_lines,
            ),
            shared_words=(share, shape, page.short_lines),
            shared_words_and_place=(place, share, capitals),
            punctuation=(values.SENTENCE_BREAKS[sentences], values.COMMAS[text.count(",")], shape),
            two_above=("2 lines above", two_above, shape),
            above=("above", above, shape),
            below=("below", below, shape),
            two_below=("2 lines below", two_below, shape),
            both_neighbors=(above, below, length),
            cues_passed=neighbors.cues_passed(index, zone, shape),
            cue_distance=neighbors.cue_distance(index, zone, shape),
            nearby=neighbors.nearby(index, shape),
            cue_share=neighbors.cue_share(zone),
        )
        bags, numbers = words.of(index)
        bags += neighbors.cues(index, zone, shape)
        if _DIGIT.search(folded) and _DATE.search(folded):
            bags.append((feature_names.date, [(zone, shape)]))
        if has_addresses and _ADDRESS.search(folded):
            bags.append((feature_names.address, [shape]))
        yield Facts(index, singles, bags, words.read(index), numbers)


def _capitals(text: str) -> str:
    """Return whether a line is all capitals, or how many of its words have one, in words."""
    if text.isupper():
        return values.ALL_CAPITALS
    words = text.split(None, _WORDS_WEIGHED)[:_WORDS_WEIGHED]
    share = sum([word[0].isupper() for word in words]) / len(words)
    return (
        values.MOST_CAPITALS
        if share > values.MOST
        else values.SOME_CAPITALS
        if share > values.SOME
        else values.FEW_CAPITALS
    )
