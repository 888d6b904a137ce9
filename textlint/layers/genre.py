"""What kind of text a document is, as far as claims and sources are judged differently in it."""

from __future__ import annotations

import re

from textlint.document import Document

_WORD = re.compile(r"\w+")
_MARKS = {
    "recipe": re.compile(
        r"\b(?:tablespoons?|tbsp|teaspoons?|tsp|preheat|ingredients|serves \d|oven to|simmer|whisk)\b"
    ),
    "sport": re.compile(
        r"\b(?:half-?time|goals?|scored|innings|touchdowns?|quarterback|wickets?|rebounds|standings|playoffs?|kick-?off|penalty|striker|"
        r"midfielder|goalkeeper|referee|semi-?final|tournament|coach|season|league|points per game|championship|match)\b"
    ),
    "market": re.compile(
        r"\b(?:shares? (?:rose|fell|closed|were up|were down|gained|slipped|jumped)|basis points|nasdaq|dow jones|ftse|s&p 500|index (?:rose|fell|closed|gained|slipped)|"
        r"treasury yields?|futures|per barrel|an ounce|traders)\b"
    ),
    "transcript": re.compile(r"(?m)^(?:[a-z][a-z.' -]{1,30}:|q[.:]|a[.:]) \S"),
    "live": re.compile(r"(?m)^[ \t]{0,9}(?:updated? at )?\d{1,2}[:.]\d\d ?(?:am|pm|a\.m\.|p\.m\.|gmt|bst|et|edt|est|utc)?\b"),
    "opinion": re.compile(
        r"(?m)^(?:opinion|op-ed|editorial|comment|analysis|letter to the editor|column)(?:\b[^\n]{0,40}$|:)"
    ),
}
_LEAST = {"recipe": 4, "sport": 6, "market": 4, "transcript": 4, "live": 3, "opinion": 1}
_PER_WORDS = {"recipe": 150, "sport": 90, "market": 120, "transcript": 150, "live": 200, "opinion": 100_000}


def genre(document: Document) -> str:
    """Return "recipe", "sport", "market", "transcript", "live", "opinion", or "news" for anything else; a layer.

    The metadata may say so under `genre`. Otherwise a genre counts when its marks are both many (an absolute least number) and
    dense (one in so many words); the most dense one wins.
    """
    if declared := document.metadata.get("genre"):
        return declared
    folded = document.folded
    words = max(1, folded.count(" "))
    best, density = "news", 0.0
    for name, marks in _MARKS.items():
        count = len(marks.findall(folded))
        if count >= _LEAST[name] and count * _PER_WORDS[name] >= words and count * _PER_WORDS[name] / words > density:
            best, density = name, count * _PER_WORDS[name] / words
    return best
