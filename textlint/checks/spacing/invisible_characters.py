"""Find invisible characters inside and between words: zero-width characters and soft hyphens."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.startup import patterns

_JOINERS = patterns.expression("[\u200b\u2060\ufeff\u200c\u200d]+")
_SOFT_HYPHEN = patterns.expression("\u00ad+")
_PLAIN = "\u058f"  # the end of the Latin, Greek, Cyrillic and Armenian blocks, whose letters need no joiners
_PUNCTUATION = range(0x2000, 0x2070)
_NEAR = 6  # code points on either side whose script matters; chosen by reading, not measured


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield runs of zero-width characters (`kind` "zero-width") or of soft hyphens ("soft-hyphen").

    Thai, Khmer, Persian and the languages of India need them, and so do joined emoji: near a character that is not from
    a European alphabet or punctuation they are left alone. Runs at the end of a line are reported as trailing spaces.
    """
    text = document.text
    if text.isascii():
        return
    for match in (_JOINERS if kind == "zero-width" else _SOFT_HYPHEN).finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else "\n"
        after = text[end] if end < len(text) else "\n"
        near = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
        if not (_is_plain(before) and _is_plain(after)) or any(map(_is_foreign, near)):
            continue
        if kind == "zero-width" and (after in "\r\n" or before in "\r\n"):
            continue
        sure = kind == "zero-width" or (before.isalpha() and after.isalpha())
        yield Finding(start, end, edits=(Edit(start, end, ""),), applicability=None if sure else "unsafe")


def _is_plain(character: str) -> bool:
    return character <= _PLAIN or ord(character) in _PUNCTUATION


def _is_foreign(character: str) -> bool:
    return character > _PLAIN and character.isalpha()
