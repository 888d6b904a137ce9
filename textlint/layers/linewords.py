"""The words of the lines of a page, as the line model reads them."""

from __future__ import annotations

from itertools import chain, repeat
from zlib import crc32

from textlint import compiled
from textlint.layers.linegroups import number
from textlint.layers.lineshape import Page

# Lines are folded; of one in ASCII the words are found in two thirds of the time, as its letters are a range.
_WORD = compiled.expression(r"[^\W_]+(?:'[^\W_]+)?|[©|»>•@$£€*→:/]")
_ASCII_WORD = compiled.expression(r"[a-z0-9]+(?:'[a-z0-9]+)?|[|>@$*:/]")
_LONG_WORD = compiled.expression(r"[^\W\d_]{5,}")
_LONG_ASCII_WORD = compiled.expression(r"[a-z]{5,}")
_WORD_OF_ANY, _WORD_OF_SHORT, _WORD_OF_LONG, _WORD_BEFORE, _WORD_AFTER, _PAIR, _EDGE = map(
    number, ("w ", "w s ", "w l ", "nw -1 ", "nw 1 ", "b ", "b ^")
)
_SHORT = 8  # words from which a line is long
_READ = 45  # words of a line, from its start: what a line is shows in its first words
_READ_NEAR = 12  # of the lines before and after
_LETTERS = 12  # of a line that are read for each word asked for: few words with their blank are longer
_WORDLESS = 0.4  # taken for the share of the article's words in a line without longer words


class Words:
    """The words of the candidate lines of one page and of their neighbours, and those of its article.

    What is said of words is said in numbers at once: there are too many words, and pairs of words, for their weights to
    be remembered. A checksum goes on from that of what stands before, so no name is put together.
    """

    __slots__ = ("_near", "_read", "_subject")

    def __init__(self, sheet: Page) -> None:
        lines = sheet.lines
        self._read = {index: _first_words(lines[index].folded, _READ) for index in sheet.candidates}
        self._near: dict[int, list[bytes]] = {-1: [], len(lines): []}
        for index in sheet.candidates:
            for other in (index - 1, index + 1):
                if other not in self._near:
                    words = self._read.get(other) or _first_words(lines[other].folded, _READ_NEAR)
                    self._near[other] = _spelled(words[:_READ_NEAR])
        self._subject = _subject(sheet)

    def numbers(self, index: int) -> set[int]:
        """Return the numbers of the features for the words of a candidate line and of its neighbours.

        Their names are `w WORD`, `w s WORD` or `w l WORD` by the length of the line, `b FIRST SECOND` for two words that
        follow each other, the edges of the line among them, `line WORDS` for all of a short line, `nw -1 WORD` and
        `nw 1 WORD` for the lines before and after.
        """
        read = self._read[index]
        plain = ["#" if word.isdigit() else word for word in read]
        words = _spelled(plain)
        firsts = map(crc32, words, repeat(_PAIR))
        found = {
            *map(crc32, words, repeat(_WORD_OF_ANY)),
            *map(crc32, words, repeat(_WORD_OF_SHORT if len(words) < _SHORT else _WORD_OF_LONG)),
            *map(crc32, [*words, b"$"], map(crc32, repeat(b" "), chain((_EDGE,), firsts))),
            *map(crc32, self._near[index - 1], repeat(_WORD_BEFORE)),
            *map(crc32, self._near[index + 1], repeat(_WORD_AFTER)),
        }
        if 0 < len(read) < _SHORT:
            found.add(number(f"line {' '.join(read)}"))
        return found

    def known(self, folded: str) -> float:
        """Return which share of a line's longer words the article holds: a line about something else may be furniture."""
        words = _long_words(folded)
        return sum(map(self._subject.__contains__, words)) / len(words) if words else _WORDLESS


def share_of_itself(folded: str) -> float:
    """Return what `Words.known` says of a line that is part of the article: all, if it has a longer word."""
    return 1.0 if _LONG_WORD.search(folded) else _WORDLESS


def _spelled(words: list[str]) -> list[bytes]:
    return " ".join(words).encode("utf-8", "surrogatepass").split()


def _first_words(line: str, most: int) -> list[str]:
    """Return the first words of a line. Where its beginning holds more than asked for, the rest need not be read."""
    expression = _ASCII_WORD if line.isascii() else _WORD
    words: list[str] = expression.findall(line, 0, most * _LETTERS)
    if len(words) <= most and len(line) > most * _LETTERS:
        words = expression.findall(line)
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
