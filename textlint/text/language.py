"""Which language a text is in, as far as a linter must know it: English, another one, or too short to say."""

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
    """Return "en" for English, "und" for a text in another language, "" for one too short to say.

    By the word frequencies of the wordfreq library these function words are 39 % of English, 11 % of Hungarian and less
    than 8 % of any other language it knows. Menus and tables of results in English fall to 15 % and below, hence the low
    bar.
    """
    words = text[:_FIRST_LOOK].lower().split()
    if len(words) >= _FEW_WORDS and _english(words) >= len(words) * _CLEARLY_ENGLISH:
        return "en"  # most texts show it at once
    if len(text) > _FIRST_LOOK:
        words = text[:_SAMPLE].lower().split()
    if len(words) < _FEW_WORDS:
        return "und" if not text.isascii() and _is_mostly_foreign(words) else ""
    return "en" if _english(words) >= len(words) * _ENGLISH_SHARE else "und"


def _english(words: list[str]) -> int:
    return sum(map(_ENGLISH.__contains__, words))


def _is_mostly_foreign(words: list[str]) -> bool:
    """Say whether most of a few words hold letters that English words do not."""
    return sum(not word.isascii() for word in words) * 2 > len(words)
