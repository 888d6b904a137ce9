"""What kind of text a document is, as far as claims and sources are judged differently in it."""

from __future__ import annotations

import re

from textlint import compiled
from textlint.document import Document
from textlint.layers.tokens import tokens

_WORDS = {
    "recipe": frozenset(
        "tablespoon tablespoons tbsp teaspoon teaspoons tsp preheat ingredients oven simmer whisk grams millilitres litres butter onion onions garlic pepper "
        "saucepan bake dough flour parsley chopped peel stir boil drain celery carrots dill".split()
    ),
    "sport": frozenset(
        "half-time halftime goal goals scored innings touchdown touchdowns quarterback wicket wickets rebounds standings playoff playoffs "
        "kick-off kickoff penalty striker midfielder goalkeeper referee semi-final semifinal tournament coach season league championship match".split()
    ),
    "market": frozenset(
        "shares index nasdaq dow ftse yields futures barrel ounce traders basis closed slipped treasury stocks".split()
    ),
}
_LINES = {
    "transcript": compiled.expression(r"^(?:[a-z][a-z.' -]{1,30}:|q[.:]|a[.:]) \S", re.MULTILINE),
    "live": compiled.expression(
        r"^[ \t]*(?:updated? at )?\d{1,2}[:.]\d\d ?(?:am|pm|a\.m\.|p\.m\.|gmt|bst|et|edt|est|utc)?\b", re.MULTILINE
    ),
    "opinion": compiled.expression(
        r"^(?:opinion|op-ed|editorial|comment|analysis|letter to the editor|column)(?:\b[^\n]{0,40}$|:)", re.MULTILINE
    ),
}
# a genre counts when its marks are both many and dense: an absolute least number, and one in so many words
_LEAST = {"recipe": 6, "sport": 6, "market": 5, "transcript": 4, "live": 3, "opinion": 1}
_PER_WORDS = {"recipe": 40, "sport": 90, "market": 60, "transcript": 150, "live": 200, "opinion": 100_000}


def genre(document: Document) -> str:
    """Return "recipe", "sport", "market", "transcript", "live", "opinion", or "news" for anything else; a layer.

    The metadata may say so under `genre`. Otherwise the genre whose marks are densest wins, among those with enough marks.
    """
    if declared := document.metadata.get("genre"):
        return declared
    words = [word.lower() for word in document.layer(tokens).words]
    counts = {name: sum(map(marks.__contains__, words)) for name, marks in _WORDS.items()}
    counts |= {name: len(marks.findall(document.folded)) for name, marks in _LINES.items()}
    best, density = "news", 1.0
    for name, count in counts.items():
        found = count * _PER_WORDS[name] / max(1, len(words))
        if count >= _LEAST[name] and found >= density:
            best, density = name, found
    return best
