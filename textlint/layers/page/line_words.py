"""The words of the lines of a page, as the line model reads them."""

from __future__ import annotations

from itertools import islice, repeat
from zlib import crc32

from textlint.layers.page import feature_names
from textlint.layers.page.line_shape import Page
from textlint.startup import patterns

# Lines are folded; of one in ASCII the words are found in two thirds of the time, as its letters are a range.
_WORD = patterns.expression(r"[^\W_]+(?:'[^\W_]+)?|[©|»>•@$£€*→:/]")
_ASCII_WORD = patterns.expression(r"[a-z0-9]+(?:'[a-z0-9]+)?|[|>@$*:/]")
_LONG_WORD = patterns.expression(r"[^\W\d_]{5,}")
_LONG_ASCII_WORD = patterns.expression(r"[a-z]{5,}")
_PAIR = crc32(b"b ")
_SHORT = 8  # words from which a line is long
_READ = 45  # words of a line, from its start: what a line is shows in its first words
_READ_NEAR = 12  # of the lines before and after
_LETTERS = 12  # of a line that are read for each word asked for: few words with their blank are longer
_WEIGHED = 12_000  # code points of a line that are compared with the article: a whole book may stand on one line
_WORDLESS = 0.4  # taken for the share of the article's words in a line without longer words


class Words:
    """The words of the candidate lines of one page and of their neighbors, and those of its article."""

    __slots__ = ("_near", "_read", "_subject")

    def __init__(self, sheet: Page) -> None:
        lines = sheet.lines
        self._read = {index: _first_words(lines[index].folded, _READ) for index in sheet.candidates}
        self._near: dict[int, set[str]] = {-1: set(), len(lines): set()}
        for index in sheet.candidates:
            for other in (index - 1, index + 1):
                if other not in self._near:
                    words = self._read.get(other) or _first_words(lines[other].folded, _READ_NEAR)
                    self._near[other] = set(words[:_READ_NEAR])
        self._subject = _subject(sheet)

    def of(self, index: int) -> tuple[list[feature_names.Bag], set[int]]:
        """Return the words of a candidate line and of its neighbors, and the numbers of the features for its pairs."""
        read = self._read[index]
        words = ["#" if word.isdigit() else word for word in read]
        is_short = len(words) < _SHORT
        numbers = _pairs(words)
        if is_short and read:
            numbers.add(feature_names.number(f"line {' '.join(read)}"))
        return [
            (feature_names.word_of_short if is_short else feature_names.word_of_long, set(words)),
            (feature_names.word_before, self._near[index - 1]),
            (feature_names.word_after, self._near[index + 1]),
        ], numbers

    def known(self, folded: str) -> float:
        """Return which share of a line's longer words the article holds: a line about something else may be furniture."""
        words = _long_words(folded[:_WEIGHED])
        return sum(map(self._subject.__contains__, words)) / len(words) if words else _WORDLESS


def share_of_itself(folded: str) -> float:
    """Return what `Words.known` says of a line that is part of the article: all, if it has a longer word."""
    return 1.0 if _LONG_WORD.search(folded) else _WORDLESS


def _pairs(words: list[str]) -> set[int]:
    """Return the numbers of the features `b FIRST SECOND` for each two words, the edges of the line among them.

    There are too many pairs for their weights to be remembered. But a checksum goes on from that of what stands before,
    so no name is put together, and nothing but the loop of `map` runs.
    """
    spelled = " ".join(["^", *words, "$"]).encode("utf-8", "surrogatepass").split()
    firsts = map(crc32, spelled, repeat(_PAIR))
    return set(map(crc32, spelled[1:], map(crc32, repeat(b" "), firsts)))


def _first_words(line: str, most: int) -> list[str]:
    """Return the first words of a line. Where its beginning holds more than asked for, the rest need not be read."""
    expression = _ASCII_WORD if line.isascii() else _WORD
    words: list[str] = expression.findall(line, 0, most * _LETTERS)
    if len(words) <= most and len(line) > most * _LETTERS:
        words = [match.group() for match in islice(expression.finditer(line), most)]
    return words[:most]


def _long_words(line: str) -> list[str]:
    return (_LONG_ASCII_WORD if line.isascii() else _LONG_WORD).findall(line)


def _subject(sheet: Page) -> set[str]:
    """Return the longer words of the article's running text."""
    first, last = sheet.known.zones.body
    words: set[str] = set()
    for index in sheet.prose:
        if first <= index < last:
            words.update(_long_words(sheet.lines[index].folded))
    return words
