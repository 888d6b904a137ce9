"""Classify the noun phrase of a source: a named person, an institution, an unnamed source and so on."""

from __future__ import annotations

from textlint.layers.speech.tokens import Tokens
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_HEAD_END = patterns.expression(r"[fiyltKwW,(o]|-(?=.)")
_COUNTED = patterns.expression(r"(?:[DAYQOn0~][uhn~]{0,2})f")  # "some of", "a number of", "a small group of"
_NOUNS = frozenset("NEIJjCcSRaMu")
_TRAILING = "~.'&/%-"

_SHARES = frozenset(
    (
        "percent",
        "percentage",
        "half",
        "third",
        "two-thirds",
        "quarter",
        "three-quarters",
        "majority",
        "majorities",
        "plurality",
        "one-third",
    )
)


class Source(NamedTuple):
    """A source phrase: tokens `first` to `last` (exclusive), its `head` token, and its kind.

    `kind` is "named", "pronoun", "expert", "insider", "crowd", "spokesperson", "role", "body", "share" (of a whole),
    "document", "descriptor" or "" (not a source). `number` is "one", "many" or "". `opening` is the class of the first
    word of the phrase.
    """

    first: int
    last: int
    head: int
    kind: str
    number: str
    opening: str


_KINDS = {
    "N": ("named", ""), "r": ("pronoun", ""), "e": ("pronoun", ""), "o": ("pronoun", ""), "w": ("pronoun", ""),
    "E": ("expert", "many"), "j": ("expert", "one"), "I": ("insider", "many"), "J": ("insider", "one"),
    "C": ("crowd", "many"), "c": ("crowd", "one"), "S": ("spokesperson", ""), "R": ("role", "one"),
    "a": ("body", "one"), "M": ("document", ""), "X": ("document", ""), "O": ("crowd", "many"), "Q": ("crowd", "many"), "n": ("crowd", ""),
}  # fmt: skip


def describe(table: Tokens, first: int, last: int) -> Source:
    """Return the source that the noun phrase of tokens `first` to `last` describes."""
    classes = table.classes
    while first < last and classes[first] in "~.&k'-/":
        first += 1
    for index in range(last - 2, first, -1):  # "for decades some critics": a new phrase starts at the last determiner
        opens = classes[index] in "DAYQ" and classes[index - 1] in "uNHhEICM0" and "f" not in classes[index:last]
        if opens or (classes[index] in "QOA" and classes[index - 1] == "&" and classes[index - 2] in "uhHM0"):
            first = index
            break
    if first == last:
        return Source(first, last, first, "", "", "")
    counted = _COUNTED.match(classes, first, last)
    body = counted.end() if counted else first
    stop = _HEAD_END.search(classes, body + 1, last)
    head = (stop.start() if stop else last) - 1
    while head > body and (classes[head] in _TRAILING or (classes[head] in "hH" and classes[head - 1] in _NOUNS)):
        head -= 1
    kind, number = _KINDS.get(classes[head], ("descriptor", ""))
    if table.words[head].lower() in _SHARES or classes[head] == "%":
        kind = "share"
    if (counted or classes[first] in "QO") and kind in ("descriptor", "named") and table.words[head].endswith("s"):
        kind, number = "crowd", "many"
    if classes[head] == "n" and head > first and classes[head - 1] not in "&QD~":  # "by some standards one could"
        kind = ""
    if classes[head] in "DAYs":
        kind = ""
    if classes[head] == "0":
        kind = "crowd"
    return Source(first, last, head, kind, number, classes[first])
