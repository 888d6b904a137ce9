"""Find letters of another alphabet that look like the right ones."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.startup import patterns

_LATIN, _CYRILLIC, _GREEK = "A-Za-z\u00c0-\u024f", "\u0400-\u052f", "\u0370-\u03ff"
_SEAM = patterns.expression(f"[{_LATIN}](?=[{_CYRILLIC}{_GREEK}])|[{_CYRILLIC}](?=[{_LATIN}])|[{_GREEK}](?=[{_LATIN}])")
_WORD = patterns.expression(r"[^\W\d_]{3,40}")
_FOREIGN = patterns.expression(f"[{_CYRILLIC}{_GREEK}]")
_CYRILLIC_DOUBLES, _THEIR_LATIN = "АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝ", "ABESIJKMHOPCTYXaeijopcyxshdqw"
_GREEK_DOUBLES, _THEIR_LATIN_TOO = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"
_TO_LATIN = str.maketrans(_CYRILLIC_DOUBLES + _GREEK_DOUBLES, _THEIR_LATIN + _THEIR_LATIN_TOO)
_TO_CYRILLIC = str.maketrans(_THEIR_LATIN, _CYRILLIC_DOUBLES)


def check(document: Document) -> Iterator[Finding]:
    """Yield each word of three letters or more that mixes Latin with Cyrillic or Greek letters that look Latin.

    The fix writes all letters in the alphabet of the majority. A word is left alone if one of its foreign letters has
    no look-alike, as in a unit or a formula.
    """
    text = document.text
    if text.isascii():
        return
    position = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < position:
            continue
        start = seam.start()
        while start > position and seam.start() - start < 40 and text[start - 1].isalpha():
            start -= 1
        match = _WORD.match(text, start)
        if match is None:
            continue
        position = match.end()
        repaired = _repaired(match.group())
        if repaired and repaired != match.group():
            values = {"after": repaired}
            yield Finding(start, position, values=values, edits=(Edit(start, position, repaired),))


def _repaired(word: str) -> str | None:
    foreign = _FOREIGN.findall(word)
    table, alphabet = (_TO_LATIN, _LATIN) if len(foreign) * 2 < len(word) else (_TO_CYRILLIC, _CYRILLIC)
    repaired = word.translate(table)
    return repaired if patterns.fullmatch(f"[{alphabet}]+", repaired) else None
