"""Find spaces of unusual width and unusual line breaks between ordinary words."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.characters import THIN_SPACES

_SPACE = patterns.expression(r"(?<=[^\W\d_])([,;.!?]?)[" + THIN_SPACES + r"](?=[^\W\d_])")
_BREAK = patterns.expression(r"[\u2028\u2029\x0b\x0c]")
_LATIN_END = "\u024f"


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield unusual spaces between words in Latin letters (`kind` "space"), or unusual line breaks ("break").

    A thin space next to numbers, dashes and quotation marks is good typography, and the wide space is normal in Chinese
    and Japanese; both are left alone. The fix for a line break writes a normal one, or none if there already is one.
    """
    text = document.text
    if text.isascii() and not ("\x0b" in text or "\x0c" in text):
        return
    if kind == "space":
        if not any(space in text for space in THIN_SPACES):
            return
        for match in _SPACE.finditer(text):
            start, end = match.end(1), match.end()
            if text[match.start() - 1] <= _LATIN_END and text[end] <= _LATIN_END:
                yield Finding(start, end, edits=(Edit(start, end, " "),))
        return
    for match in _BREAK.finditer(text):
        start, end = match.span()
        is_edge = start == 0 or end == len(text) or text[start - 1] in "\r\n" or text[end] in "\r\n"
        yield Finding(start, end, edits=(Edit(start, end, "" if is_edge else "\n"),))
