"""The lexicon of English: how frequent a word is, whether dictionaries know it, how often two words stand together.

Built by `training/build_lexicon.py`; memory-mapped, and opened only when a check first asks about a word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"
_FREQUENCY, _LISTED, _NAME = 63, 64, 128


@cache
def _words() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("B").mmap(str(_DATA / "words.marisa"))


@cache
def _pairs() -> Any:
    import marisa_trie

    return marisa_trie.RecordTrie("B").mmap(str(_DATA / "pairs.marisa"))


@cache
def frequent_words() -> frozenset[str]:
    """Return some thousands of the most frequent words of four letters or more, in lower case."""
    return frozenset((_DATA / "frequent.txt").read_text("utf-8").split())


@lru_cache(65536)
def _record(word: str) -> int:
    found = _words().get(word)
    return int(found[0][0]) if found else 0


def zipf(word: str) -> float:
    """Return the Zipf frequency of `word` (lower case): the base-10 logarithm of its count in a billion words.

    0 means unknown; 3 is a word seen once in a million words, 7 is "the".
    """
    return (_record(word) & _FREQUENCY) / 8


def is_listed(word: str) -> bool:
    """Say whether a dictionary has `word` in lower case."""
    return bool(_record(word) & _LISTED)


def is_name(word: str) -> bool:
    """Say whether dictionaries have `word` (given in lower case) with a capital only."""
    return bool(_record(word) & _NAME)


@lru_cache(65536)
def pair(first: str, second: str) -> float:
    """Return the base-10 logarithm of how often `second` follows `first` in books, 0 when hardly ever."""
    found = _pairs().get(f"{first} {second}")
    return int(found[0][0]) / 20 if found else 0.0
