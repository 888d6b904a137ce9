"""Convert between offsets in code points and the positions of a language client."""

from __future__ import annotations

from textlint.document import Document

_UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Positions:
    """The positions in a document for a client that counts in `encoding`: "utf-8", "utf-16" or "utf-32".

    Lines and characters count from 0, characters in the code units of the encoding.
    """

    def __init__(self, document: Document, encoding: str) -> None:
        self._text = document.text
        self._lines = document.lines
        self._encoding = "utf-16-le" if encoding == "utf-16" else "utf-32-le" if encoding == "utf-32" else "utf-8"
        self._unit = _UNIT[encoding]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and character of an offset in code points."""
        index = self._lines.index_at(offset)
        before = self._text[self._lines[index].start : offset]
        return index, len(before) if before.isascii() else len(self._encoded(before)) // self._unit

    def offset(self, line: int, character: int) -> int:
        """Return the offset of a position. One past the end of its line, or inside a character, is moved back."""
        if line >= len(self._lines):
            return len(self._text)
        start, end = self._lines[line]
        words = self._text[start:end]
        if words.isascii():
            return start + min(character, len(words))
        units = self._encoded(words)[: character * self._unit]
        return start + len(units.decode(self._encoding, "ignore"))

    def _encoded(self, words: str) -> bytes:
        return words.encode(self._encoding, "replace")
