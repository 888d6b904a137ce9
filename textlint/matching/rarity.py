"""Estimate how often a string occurs in English news, to choose which literal of an expression to search for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from textlint.startup import patterns
from textlint.text.lexicon import zipf

# Share of each character in English news, in 1/1000 of all characters; all others are rarer.
_COMMON = dict(
    zip(
        " etaonirshdlcumfpgwybvkxjqz.,'\n\"-0123456789$():?%;/[]&£€",
        [
            170, 98, 72, 68, 61, 58, 57, 53, 53, 40, 32, 33, 26, 22, 20, 18, 17, 16, 15, 15, 12, 8, 7, 1.5, 1.7, 0.8, 0.8,
            10, 10, 4, 8, 3, 2, 3, 3, 2, 1, 1, 1, 1, 1, 1, 1, 0.25, 0.2, 0.2, 0.3, 0.15, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1,
        ],
        strict=True,
    )
)  # fmt: skip
_RARE = 0.3
_RARE_PUNCTUATION = 0.02
_DIGIT_AFTER_DIGIT = 0.1
_RUN = patterns.expression(r"[^\W_]+|[\W_]+")
_ZIPF_OF_ALL = 9  # a Zipf frequency is the logarithm of the count in a billion words
_LETTERS_OF_WORD = 6  # in English news, including its space
_COLLOCATION = 30


def expected_share(strings: Iterable[str]) -> float:
    """Return the expected number of occurrences of any of `strings` per character of text.

    It is based on the frequencies of letters, and of whole words if they are higher: " will " is much more common than
    its letters suggest.
    """
    return sum(map(_share, strings))


@cache
def _share(string: str) -> float:
    share, is_first = 1.0, True
    for piece in _RUN.findall(string):
        if not piece.isalnum():
            share *= _by_letters(piece) if piece.strip(" ") or is_first else 1
            continue
        share *= _share_of_word(piece, is_first)
        is_first = False
    return share


@cache
def _share_of_word(word: str, is_first: bool) -> float:
    share = 10 ** (zipf(word) - _ZIPF_OF_ALL)
    # the next word is not independent of the first one, so it is far more likely than alone
    return max(_by_letters(word), share / _LETTERS_OF_WORD if is_first else min(1, share * _COLLOCATION))


@cache
def _by_letters(string: str) -> float:
    share = 1.0
    before = ""
    for character in string:
        if character.isdigit() and before.isdigit():
            share *= _DIGIT_AFTER_DIGIT
        else:
            share *= _COMMON.get(character, _RARE if character.isalnum() else _RARE_PUNCTUATION) / 1000
        before = character
    return share
