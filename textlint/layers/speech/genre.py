"""Detect the genre of a document, since claims and sources are judged differently in some genres."""

from __future__ import annotations

from textlint.document import Document
from textlint.layers.speech.signs import signs_of
from textlint.layers.speech.tokens import tokens
from textlint.startup import patterns

_WORDS = ("recipe", "sport", "market")  # detected by words, in the lists of `textlint.layers.speech.signs`
_LINES = {  # each begins with the line feed before the line, which makes the search fast
    "transcript": patterns.expression(r"\n(?:[a-z][a-z.' -]{1,30}:|q[.:]|a[.:]) \S"),
    "live": patterns.expression(
        r"\n[ \t]*(?:updated? at )?\d{1,2}[:.]\d\d ?(?:am|pm|a\.m\.|p\.m\.|gmt|bst|et|edt|est|utc)?\b"
    ),
    "opinion": patterns.expression(
        r"\n(?:opinion|op-ed|editorial|comment|analysis|letter to the editor|column)(?:\b[^\n]{0,40}$|:)",
        patterns.MULTILINE,
    ),
}
# a genre needs a minimum number of matches, and at least one match in the given number of words
_LEAST = {"recipe": 6, "sport": 6, "market": 5, "transcript": 4, "live": 3, "opinion": 1}
_PER_WORDS = {"recipe": 40, "sport": 90, "market": 60, "transcript": 150, "live": 200, "opinion": 100_000}


def genre(document: Document) -> str:
    """Return "recipe", "sport", "market", "transcript", "live", "opinion", or "news" for anything else; a layer.

    A `genre` in the metadata takes precedence. Otherwise it is the genre with the densest matches, among those with
    enough.
    """
    if declared := document.metadata.get("genre"):
        return declared
    table = document.layer(tokens)
    counts = {name: sum(map(table.signs.count, signs_of(name))) for name in _WORDS}
    lines = "\n" + document.folded
    counts |= {name: len(marks.findall(lines)) for name, marks in _LINES.items()}
    best, density = "news", 1.0
    for name, count in counts.items():
        found = count * _PER_WORDS[name] / max(1, len(table.signs))
        if count >= _LEAST[name] and found >= density:
            best, density = name, found
    return best
