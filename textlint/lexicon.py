"""The lexicon of English: how frequent a word is, whether dictionaries know it, how often two words stand together.

Built by `training/build_lexicon.py`; memory-mapped, and opened only when a check first asks about a word.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import Any

from textlint.values import NamedTuple

_DATA = os.path.join(os.path.dirname(__file__), "data")
_MOST_FREQUENT = 2500
_FREQUENCY, _LISTED, _NAME, _SPLITS = 63, 64, 128, 64


@cache
def _words() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("BB").mmap(os.path.join(_DATA, "words.marisa"))


@cache
def _pairs() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("B").mmap(os.path.join(_DATA, "pairs.marisa"))


@cache
def _by_frequency() -> list[str]:
    with open(os.path.join(_DATA, "frequent.txt"), encoding="utf-8") as file:
        return file.read().split()


@cache
def frequent_words() -> frozenset[str]:
    """Return the words of a Zipf frequency of 3.8 and more, in lower case: nearly ten thousand."""
    return frozenset(_by_frequency())


@cache
def plain_chunks() -> frozenset[str]:
    """Return the frequent words, and the most frequent also as they stand at the start and end of a sentence or clause."""
    usual = _by_frequency()[:_MOST_FREQUENT]
    capital = [word.capitalize() for word in usual]
    return frequent_words().union(capital, [word + "," for word in usual], [word + "." for word in usual])


@lru_cache(1 << 17)
def _record(word: str) -> tuple[int, int]:
    found = _words().get(word)
    record: tuple[int, int] = found[0] if found else (0, 0)
    return record


class Entry(NamedTuple):
    """What the lexicon says of a word: see `zipf`, `is_listed`, `is_name` and `compounds`."""

    frequency: float
    is_listed: bool
    is_name: bool
    begins: int
    ends: int


@lru_cache(1 << 15)
def entry(word: str) -> Entry:
    """Return all that the lexicon says of `word` (lower case)."""
    return Entry(zipf(word), is_listed(word), is_name(word), *compounds(word))


def zipf(word: str) -> float:
    """Return the Zipf frequency of `word` (lower case): the base-10 logarithm of its count in a billion words.

    0 means unknown; 3 is a word seen once in a million words, 7 is "the".
    """
    return (_record(word)[0] & _FREQUENCY) / 8


def is_listed(word: str) -> bool:
    """Say whether a dictionary has `word` in lower case."""
    return bool(_record(word)[0] & _LISTED)


def is_name(word: str) -> bool:
    """Say whether dictionaries have `word` (given in lower case) with a capital only."""
    return bool(_record(word)[0] & _NAME)


def compounds(word: str) -> tuple[int, int]:
    """Return how readily `word` begins and ends compounds ("steelworkers"): log2 of how many in the dictionary, plus 1."""
    value = _record(word)[1]
    return value & 7, value >> 3 & 7


def could_be_two(word: str) -> bool:
    """Say whether `word` (lower case) is unknown, or so rare that it may be two words run together."""
    frequency, compound = _record(word)
    return not frequency or bool(compound & _SPLITS)


@lru_cache(1 << 16)
def pair(first: str, second: str) -> float:
    """Return the base-10 logarithm of how often `second` follows `first` in books, 0 when hardly ever."""
    found = _pairs().get(f"{first} {second}")
    return int(found[0][0]) / 20 if found else 0.0
