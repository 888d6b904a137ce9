"""Detect whether a text is English, another language, or too short to tell."""

from __future__ import annotations

_ENGLISH = frozenset(
    """
    the of and to in a is that for it as was with be by on not he i this are or his from at which but have an had they
    you were their one all we can her has there been if more when will would who so no she its up out about
    """.split()
)
_FIRST_LOOK = 500
_SAMPLE = 8_000
_FEW_WORDS = 25
_ENGLISH_SHARE = 0.15
_CLEARLY_ENGLISH = 0.3


def detect_language(text: str) -> str:
    """Return "en" for English, "und" for a text in another language, "" for a text that is too short to tell.

    According to the word frequencies of the wordfreq library, these function words make up 39% of English, 11% of
    Hungarian and less than 8% of any other language it covers. The threshold is low because they make up only about 15%
    of English menus and tables of results.
    """
    words = text[:_FIRST_LOOK].lower().split()
    if len(words) >= _FEW_WORDS and _english(words) >= len(words) * _CLEARLY_ENGLISH:
        return "en"  # true for most English texts
    if len(text) > _FIRST_LOOK:
        words = text[:_SAMPLE].lower().split()
    if len(words) < _FEW_WORDS:
        return "und" if not text.isascii() and _is_mostly_foreign(words) else ""
    return "en" if _english(words) >= len(words) * _ENGLISH_SHARE else "und"


def _english(words: list[str]) -> int:
    return sum(map(_ENGLISH.__contains__, words))


def _is_mostly_foreign(words: list[str]) -> bool:
    """Return whether most of a few words contain non-ASCII characters."""
    return sum(not word.isascii() for word in words) * 2 > len(words)
