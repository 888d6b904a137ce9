"""Words that a blank has split in two ("govern ment"), as a linear model judges them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import takewhile

from textlint.document import Document
from textlint.layers.words.chunks import odd_chunks, places
from textlint.layers.words.features import searched_text
from textlint.startup import patterns
from textlint.startup.values import NamedTuple
from textlint.text.lexicon import is_listed, is_name, pair, zipf

FEATURES = (
    "left_frequency right_frequency joined_frequency gain pair left_length right_length least_length left_listed "
    "right_listed both_listed left_name right_name left_capital pair_before pair_after joined_before joined_after "
    "seen_joined left_seen right_seen left_unknown right_unknown both_rare joined_listed strange ending"
).split()

_STRANGE = patterns.expression(r"(?<![^\W\d_])[a-zà-ÿ]{2,}")
_APART = frozenset({"et cetera", "infra red", "soy bean", "soy beans", "hash tag", "hash tags", "a while", "per cent"})
_BLANKS = (" ", "\u00a0")
_JOINERS = "-'’@#/&."
_LEAST_JOINED = 2.5
_LEAST_GAIN = 1.5
_ENDINGS = frozenset(
    "ing ed er ers es ly ment ments tion tions sion ness able ible al ally ity ous ive ance ence ern ry".split()
)


class SplitWord(NamedTuple):
    """A word that stands in two parts: the blank between them is `text[cut:end_of_blank]`."""

    start: int
    end: int
    cut: int
    resumes: int
    features: list[float]


def find_split_words(document: Document) -> Iterator[SplitWord]:
    """Yield each pair of neighbors, one of them rare, that make a far likelier word together."""
    text = document.text
    found: set[int] = set()
    odd = document.layer(odd_chunks)
    hopeful = {chunk for pair in odd.neighbours if _make_a_word(*pair) for chunk in pair}
    for chunk in odd.chunks if hopeful else ():
        core = chunk.fragment
        for place in places(document, chunk.text) if core and chunk.text in hopeful else ():
            first = place + chunk.text.index(core)
            for start, cut, resumes, end in _around(text, first, first + len(core)):
                if cut not in found:
                    found.add(cut)
                    yield SplitWord(start, end, cut, resumes, _measure(document, start, cut, resumes, end))


def _make_a_word(left: str, right: str) -> bool:
    """Say whether the letters at the end of one chunk and those at the start of the next make a frequent word."""
    if not left.isalpha():
        left = "".join(takewhile(str.isalpha, reversed(left)))[::-1]
    if not right.isalpha():
        right = "".join(takewhile(str.isalpha, right))
    return bool(left) and bool(right) and zipf((left + right).lower()) >= _LEAST_JOINED


def _around(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the spans of both halves for each word of which the letters from `start` to `end` may be one half."""
    first = _word_before(text, start)
    if first < start and text[start:end].islower() and _is_word_in_two(text[first : start - 1], text[start:end]):
        yield first, start - 1, start, end
    last = _word_after(text, end)
    if last > end and text[end + 1 : last].islower() and _is_word_in_two(text[start:end], text[end + 1 : last]):
        yield start, end, end + 1, last


def _word_before(text: str, start: int) -> int:
    """Return where the word begins that stands one blank before `start`, `start` if there is none."""
    begin = start - 1
    if begin < 0 or text[begin] not in _BLANKS:
        return start
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return begin if begin < start - 1 and (begin == 0 or text[begin - 1] not in _JOINERS) else start


def _word_after(text: str, end: int) -> int:
    """Return where the word ends that stands one blank after `end`, `end` if there is none."""
    stop = end + 1
    if text[end:stop] not in _BLANKS or stop >= len(text):
        return end
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    return stop if stop > end + 1 and (stop == len(text) or text[stop] not in "-'’@#/&") else end


def _is_word_in_two(left: str, right: str) -> bool:
    """Say whether the halves are likelier as one word by far."""
    if not (left[1:].islower() or len(left) == 1) or len(left) + len(right) < 5:
        return False
    left = left.lower()
    if f"{left} {right}" in _APART:
        return False
    together = zipf(left + right)
    return together >= _LEAST_JOINED and together - zipf(left) - zipf(right) + 9 >= _LEAST_GAIN


def _measure(document: Document, start: int, cut: int, resumes: int, end: int) -> list[float]:
    """Return the values of FEATURES."""
    text = document.text
    original, right = text[start:cut], text[resumes:end]
    left = original.lower()
    joined = left + right
    before = text[_word_before(text, start) : max(0, start - 1)].lower() if start else ""
    after = text[end + 1 : _word_after(text, end)].lower()
    first, second, together = zipf(left), zipf(right), zipf(joined)
    folded = document.layer(searched_text)
    around = _STRANGE.findall(text, max(0, start - 60), start + 70)
    return [
        first,
        second,
        together,
        together - first - second + 9,
        pair(left, right),
        min(len(left), 8),
        min(len(right), 8),
        min(len(left), len(right)),
        is_listed(left),
        is_listed(right),
        is_listed(left) and is_listed(right),
        is_name(left),
        is_name(right),
        original[:1].isupper(),
        pair(before, left) if before else 0,
        pair(right, after) if after else 0,
        pair(before, joined) if before else 0,
        pair(joined, after) if after else 0,
        min(3, folded.count(joined)),
        min(3, folded.count(f" {left} ") - 1),
        min(3, folded.count(f" {right} ") - 1),
        first == 0,
        second == 0,
        first < 3 and second < 3,
        is_listed(joined),
        sum(zipf(word) < 3 for word in around) / max(4, len(around)),
        right in _ENDINGS,
    ]


def weigh(weights: list[float], values: list[float]) -> float:
    """Return the log odds: the bias (first) and the weighted values."""
    return weights[0] + math.fsum(weight * value for weight, value in zip(weights[1:], values, strict=True))


__all__ = ["FEATURES", "SplitWord", "find_split_words", "weigh"]
