"""Find words that were hyphenated at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.words.context import searched_text
from textlint.span import Edit, Finding
from textlint.startup import patterns
from textlint.text.lexicon import is_listed, pair, zipf

_BREAK = patterns.expression(r"[-‐]([ \u00a0]|[ \t]*(?:\r\n|\n|\r))([^\W\d_]{2,})")
_WORD_BEFORE = patterns.expression(r"(?<![^\W\d_])(?<![-‐])[^\W\d_]+(?:['’][^\W\d_]+)?\Z")
# Code points before a hyphen to search for its word, so that a long run of letters does not take longer.
_LONGEST_WORD = 60
# "two- and three-year": the hyphen stands for a part that follows later.
_SUSPENDING = frozenset("and or to but nor as than versus und oder bis through plus".split())
_FUNCTION = frozenset(
    "the a an in on for with of he she it they we you i his her their its is was were are who which that this at from not no if "
    "so when where while there then be had has have just what how why anyone".split()
)
_HYPHENED = frozenset(
    "self non anti pro ex multi inter half well long short high low mid full ill all semi quasi vice neo ultra".split()
)
_JOINED = frozenset("re un dis mis over under out in im de be".split())
_STYLED = frozenset("anti semi co re non pre post pro best film multi".split())
# Zipf frequencies of a word that is known, and of one that is common; chosen by reading, not measured.
_WORD, _FREQUENT = 3.0, 4.0
# Zipf frequency of a joined word that is usual, even if the document uses a hyphen; chosen by reading, not measured.
_SOLID = 4.5
# A known pair keeps its hyphen if the joined word is rarer than the first and both halves at least as frequent as the
# second; Zipf frequencies, chosen by reading, not measured.
_RARE_PAIR, _KNOWN_HALF = 3.3, 3.5
# Any other pair keeps its hyphen if the joined word is rarer than the halves by the first and rarer than the second, or
# than the third after a prefix that takes a hyphen; Zipf frequencies, chosen by reading, not measured.
_RARER, _RARE, _RARE_HYPHENED = 1.5, 2.5, 3.2


def check(document: Document, across: str = "line") -> Iterator[Finding]:
    """Yield a finding for each broken word. Its fix joins the halves, with the hyphen if it belongs to the word.

    `across` is "line" for words broken at a line break, or "space" if the line break has become a space. Values for the
    message: `joined`. The lexicon and the rest of the document decide whether the hyphen belongs to the word. If that is
    not sure, the fix is lowered to unsafe.
    """
    text, done = document.text, 0
    for match in _BREAK.finditer(text):
        hyphen = match.start()
        before = _WORD_BEFORE.search(text, max(done, hyphen - _LONGEST_WORD), hyphen)
        if before is None:
            continue
        done = match.end()
        left, (gap, right) = before.group(), match.groups()
        if (gap in " \u00a0") != (across == "space") or right.lower() in _SUSPENDING:
            continue
        verdict = _judge(document.layer(searched_text), left, right, across)
        if not verdict:
            continue
        kept = "-" if verdict == "keep" else ""
        joined = left + kept + right
        cut = hyphen + len(kept)
        if verdict == "join":
            is_sure = zipf((left + right).lower()) >= _WORD
        else:  # a hyphen with a space may also be a dash
            is_sure = across == "line" and _is_compound(left, right)
        yield Finding(
            before.start(),
            match.end(),
            values={"joined": joined},
            edits=(Edit(cut, match.start(2), ""),),
            applicability=None if is_sure else "unsafe",
        )


def _judge(folded: str, left: str, right: str, across: str) -> str:
    """Return "join", "keep", or "" if it is not a broken word."""
    first, second = left.lower(), right.lower()
    joined, hyphened = first + second, f"{first}-{second}"
    as_word, apart = folded.count(joined), folded.count(hyphened)
    if as_word != apart:
        return "join" if as_word > apart else "keep"
    if across == "space" and second in _FUNCTION:
        return ""
    if right[0].isupper() and not (left.isupper() and right.isupper()):
        return "keep" if left[0].isupper() or across == "line" or first in _HYPHENED else ""
    return "keep" if _is_hyphened(folded, left, first, second) else "join"


def _is_hyphened(folded: str, left: str, first: str, second: str) -> bool:
    """Return whether the hyphen belongs to the word, by spelling, the lexicon and the rest of the document."""
    joined = first + second
    together, rarer = zipf(joined), min(zipf(first), zipf(second))
    if first in ("re", "co", "anti", "pre", "semi") and first[-1] == second[0]:  # re-election, co-operate
        return True
    if first in _STYLED and together < _SOLID and patterns.search(rf"\b{first}-[a-z]{{3}}", folded):
        return True
    if pair(first, second) and together < _RARE_PAIR and rarer >= _KNOWN_HALF:
        return True
    if first in _JOINED or (is_listed(joined) and first not in _HYPHENED):
        return False
    if not together:
        return rarer >= _WORD or (left[0].isupper() and zipf(second) >= _FREQUENT and len(second) > 3)
    rare = _RARE_HYPHENED if first in _HYPHENED else _RARE
    return rarer >= _WORD and together < rarer - _RARER and together < rare


def _is_compound(left: str, right: str) -> bool:
    """Return whether the two parts are a known compound or a double name."""
    first, second = left.lower(), right.lower()
    is_name = right[0].isupper() and left[0].isupper() and not left.isupper()
    return first in _HYPHENED or pair(first, second) > 0 or is_name
