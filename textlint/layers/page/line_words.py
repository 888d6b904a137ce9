"""The words of the lines of a page, as the page-furniture model reads them."""

from __future__ import annotations

from itertools import islice, pairwise, repeat
from zlib import crc32

from textlint.layers.page import feature_names
from textlint.layers.page.line_shape import Page
from textlint.startup import patterns

# Lines are folded; of one in ASCII the words are found in two thirds of the time, as its letters are a range.
_WORD = patterns.expression(r"[^\W_]+(?:'[^\W_]+)?|[©|»>•@$£€*→:/]")
_ASCII_WORD = patterns.expression(r"[a-z0-9]+(?:'[a-z0-9]+)?|[|>@$*:/]")
_LONG_WORD = patterns.expression(r"[^\W\d_]{5,}")
_LONG_ASCII_WORD = patterns.expression(r"[a-z]{5,}")
_PAIR = crc32(feature_names.PAIR.encode())
_SHORT = 8  # words from which a line is long; chosen by reading, not measured
_READ = 45  # words that are read of a line, because what a line is shows in its first words
_READ_NEAR = 12  # words that are read of the lines above and below; chosen by reading, not measured
_LETTERS = 12  # code points of a line that are read for each word asked for, because few words are longer
_WEIGHED = 12_000  # code points of a line that are compared, because a whole book may stand on one line
# Taken for the share of words that the article has too, in a line without longer words; chosen by reading, not measured.
_WORDLESS = 0.4


class Words:
    """The words of the candidate lines of one page and of the lines next to them, and those of its article."""

    __slots__ = ("_near", "_read", "_subject")

    def __init__(self, page: Page) -> None:
        lines = page.lines
        self._read = {index: _first_words(lines[index].folded, _READ) for index in page.candidates}
        self._near: dict[int, set[str]] = {-1: set(), len(lines): set()}
        for index in page.candidates:
            for other in (index - 1, index + 1):
                if other not in self._near:
                    words = self._read.get(other) or _first_words(lines[other].folded, _READ_NEAR)
                    self._near[other] = set(words[:_READ_NEAR])
        self._subject = _subject(page)

    def read(self, index: int) -> list[str]:
        """Return the first words of a candidate line."""
        return self._read[index]

    def of(self, index: int) -> tuple[list[feature_names.Bag], set[int]]:
        """Return the words of a candidate line and of the lines above and below it, and `numbers` of its words."""
        read = self._read[index]
        spelled = _spelled(read)
        group = feature_names.word_of_short_line if len(read) < _SHORT else feature_names.word_of_long_line
        return [
            (group, set(spelled)),
            (feature_names.word_above, self._near[index - 1]),
            (feature_names.word_below, self._near[index + 1]),
        ], numbers(read, spelled)

    def shared(self, folded: str) -> float:
        """Return which share of a line's longer words the article has too: a line about something else may be furniture."""
        words = _long_words(folded[:_WEIGHED])
        return sum(map(self._subject.__contains__, words)) / len(words) if words else _WORDLESS


def share_of_itself(folded: str) -> float:
    """Return what `Words.shared` says of a line that is part of the article: all, if it has a longer word."""
    return 1.0 if _LONG_WORD.search(folded) else _WORDLESS


def names(words: list[str]) -> set[str]:
    """Return the names of the features for each two words of a line, its ends among them, and for a short line as a whole."""
    with_ends = [feature_names.LINE_START, *_spelled(words), feature_names.LINE_END]
    found = {name for two in pairwise(with_ends) for name in feature_names.pair(*two)}
    return found | set(_whole_line(words))


def numbers(words: list[str], spelled: list[str]) -> set[int]:
    """Return the numbers of `names(words)`.

    There are too many pairs for their weights to be remembered. But a checksum can be continued from that of the
    characters before, so no name is put together, and nothing but the loop of `map` runs.
    """
    text = " ".join([feature_names.LINE_START, *spelled, feature_names.LINE_END])
    with_ends = text.encode("utf-8", "surrogatepass").split()
    firsts = map(crc32, with_ends, repeat(_PAIR))
    found = set(map(crc32, with_ends[1:], map(crc32, repeat(b" "), firsts)))
    found.update(map(feature_names.number, _whole_line(words)))
    return found


def _whole_line(words: list[str]) -> feature_names.Names:
    return feature_names.whole_line(" ".join(words)) if 0 < len(words) < _SHORT else ()


def _spelled(words: list[str]) -> list[str]:
    """Return `words` with the same text for all numbers."""
    return [feature_names.NUMBER if word.isdigit() else word for word in words]


def _first_words(line: str, most: int) -> list[str]:
    """Return the first words of a line. Where its beginning holds more than asked for, the rest need not be read."""
    expression = _ASCII_WORD if line.isascii() else _WORD
    words: list[str] = expression.findall(line, 0, most * _LETTERS)
    if len(words) <= most and len(line) > most * _LETTERS:
        words = [match.group() for match in islice(expression.finditer(line), most)]
    return words[:most]


def _long_words(line: str) -> list[str]:
    return (_LONG_ASCII_WORD if line.isascii() else _LONG_WORD).findall(line)


def _subject(page: Page) -> set[str]:
    """Return the longer words of the article's running text."""
    first, last = page.known.zones.body
    words: set[str] = set()
    for index in page.prose:
        if first <= index < last:
            words.update(_long_words(page.lines[index].folded))
    return words
