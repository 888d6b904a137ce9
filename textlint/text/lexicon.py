"""The lexicon of English: the frequencies of words and word pairs, and which words dictionaries list.

It is built by `python -m training lexicon`. Its files are memory-mapped, and opened only when a check first looks up a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from textlint.startup.cache import derived
from textlint.startup.locations import data_file
from textlint.startup.values import Any, NamedTuple

_MOST_FREQUENT = 2500
_FREQUENCY, _LISTED, _NAME, _SPLITS = 63, 64, 128, 64


@cache
def _words() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("BB").mmap(data_file("words.marisa"))


@cache
def _pairs() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("B").mmap(data_file("pairs.marisa"))


def is_frequent(word: str) -> bool:
    """Return whether `word` (lower case, without spaces) is among the ten thousand with a Zipf frequency of 3.8 or more."""
    return f"\n{word}\n" in _frequent()[0].get(word[:2], "")


def is_plain(chunk: str) -> bool:
    """Return whether a chunk is a frequent word, or a very frequent one with a capital, a comma or a period."""
    return is_frequent(chunk) or (chunk[-1:] in (",", ".") and _is_usual(chunk[:-1])) or _is_usual_capital(chunk)


def _is_usual(word: str) -> bool:
    return f"\n{word}\n" in _frequent()[1].get(word[:2], "")


def _is_usual_capital(chunk: str) -> bool:
    word = chunk.lower()
    return word != chunk and word.capitalize() == chunk and _is_usual(word)


@cache
def _frequent() -> tuple[dict[str, str], dict[str, str]]:
    """Return the frequent words and the most frequent words, by their first two letters and joined by line feeds.

    Loading these four hundred strings takes a hundredth of the time to create sets of all the words.
    """
    path = data_file("frequent.txt")

    def read() -> tuple[dict[str, str], dict[str, str]]:
        with open(path, encoding="utf-8") as file:
            words = file.read().split()
        return _by_beginning(words), _by_beginning(words[:_MOST_FREQUENT])

    return derived("frequent", [path], read)


def _by_beginning(words: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for word in words:
        found[word[:2]] = found.get(word[:2], "\n") + word + "\n"
    return found


@lru_cache(1 << 15)
def _record(word: str) -> tuple[int, int]:
    found = _words().get(word)
    record: tuple[int, int] = found[0] if found else (0, 0)
    return record


class Entry(NamedTuple):
    """The lexicon's entry for a word: see `zipf`, `is_listed`, `is_name` and `compounds`."""

    frequency: float
    is_listed: bool
    is_name: bool
    begins: int
    ends: int


@lru_cache(1 << 15)
def entry(word: str) -> Entry:
    """Return the lexicon's entry for `word` (lower case)."""
    return Entry(zipf(word), is_listed(word), is_name(word), *compounds(word))


def zipf(word: str) -> float:
    """Return the Zipf frequency of `word` (lower case): the base-10 logarithm of its count in a billion words.

    0 means unknown, 3 once in a million words; "the" has 7.
    """
    return (_record(word)[0] & _FREQUENCY) / 8


def is_listed(word: str) -> bool:
    """Return whether a dictionary lists `word` in lower case."""
    return bool(_record(word)[0] & _LISTED)


def is_name(word: str) -> bool:
    """Return whether dictionaries list `word` (given in lower case) only with a capital."""
    return bool(_record(word)[0] & _NAME)


def compounds(word: str) -> tuple[int, int]:
    """Return how often `word` begins and ends compounds ("steelworkers"): log2 of their number, plus 1."""
    value = _record(word)[1]
    return value & 7, value >> 3 & 7


def could_be_two(word: str) -> bool:
    """Return whether `word` (lower case) is unknown, or so rare that it may be two run-together words."""
    frequency, compound = _record(word)
    return not frequency or bool(compound & _SPLITS)


@lru_cache(1 << 14)
def pair(first: str, second: str) -> float:
    """Return the base-10 logarithm of how often `second` follows `first` in books, or 0 if it is rare."""
    found = _pairs().get(f"{first} {second}")
    return int(found[0][0]) / 20 if found else 0.0
