"""Find claims in the passive that do not say who makes them: "it is said", "is widely seen as"."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.signs import any_of
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Finding
from textlint.startup import patterns

_PARTICIPLE = frozenset("dPhbBXu")  # classes of words that may be participles
_BE = frozenset(("is", "are", "was", "were", "been", "being", "'s"))
_WIDELY = frozenset(
    "widely generally commonly largely increasingly frequently popularly universally broadly variously traditionally".split()
)
_HELD = frozenset(
    "said believed thought reported rumored rumoured considered regarded seen viewed understood expected perceived accepted acknowledged hailed "
    "described assumed blamed criticized criticised praised recognized recognised credited known agreed speculated suspected feared tipped".split()
)
_SAID = frozenset(
    "said believed thought reported rumored rumoured alleged claimed argued considered estimated understood feared assumed suggested speculated "
    "felt accepted acknowledged regarded agreed recognized recognised".split()
)
_SAID_TO = frozenset("said believed thought rumored rumoured understood alleged reported reputed purported".split())
_SEEN_AS = frozenset("seen viewed regarded perceived hailed".split())
_REDUCED_TO = frozenset("believed thought rumored rumoured".split())
_JUDGED = frozenset("a an one the likely among to too highly".split())
_ARTICLES = frozenset("a an the one".split())
_RUMOUR = patterns.expression(r"\b(?:conventional wisdom|rumou?r) (?:has it|holds)\b")
_AGENT = patterns.expression(r"[^.;:|]{0,40}?\bby (?!\d|the end|the time|next|last|then|now|\w+ing\b)")


def check(document: Document) -> Iterator[Finding]:
    """Yield each passive claim that names no agent, outside quotations."""
    table = document.layer(tokens)
    for match in any_of("participle").finditer(table.signs):
        span = _claim(table, match.start()) if table.classes[match.start()] in _PARTICIPLE else None
        if span and not _AGENT.match(document.folded, table.end(span[1] - 1)):
            yield Finding(table.starts[span[0]], table.end(span[1] - 1))
    for place in table.places("rumour"):
        if rumour := _RUMOUR.match(document.folded, place):
            yield Finding(*rumour.span())


def _claim(table: Tokens, place: int) -> tuple[int, int] | None:
    """Return the token range of the agentless claim around the participle at token `place`, or None."""
    classes = table.classes
    adverbs = place  # where they start: "is now widely seen"
    while adverbs and classes[adverbs - 1] == "~":
        adverbs -= 1
    has_be = adverbs > 0 and classes[adverbs - 1] in "='" and table.words[adverbs - 1].lower() in _BE
    follows_noun = adverbs == place > 0 and classes[place - 1] in "uhMcbX"
    if adverbs == place and not has_be and not follows_noun:
        return None
    words = [word.lower() for word in table.words[place : place + 3]] + ["", ""]
    participle, after, then = words[:3]
    start = adverbs
    if has_be:
        start -= 2 if classes[adverbs - 2 : adverbs - 1] == "x" else 1  # "has been said"
        if participle in _SAID and table.words[start - 1 : start] in (["it"], ["It"]):
            return start - 1, place + 1
    if adverbs < place and participle in _HELD and table.words[place - 1].lower() in _WIDELY:
        return (start if has_be else place - 1), place + 1 + (after in ("to", "as", "that"))
    if has_be:
        is_claim = (
            (participle in _SAID_TO and after == "to" and then != "")
            or (participle in _SEEN_AS and after == "as")
            or (participle == "considered" and (after in _JUDGED or after.endswith("ly")))
            or (participle == "regarded" and after in ("highly", "important", "significant", "crucial"))
        )
        return (start, place + 1 + (after in ("to", "as"))) if is_claim else None
    if not follows_noun:
        return None
    as_noun = participle in ("seen", "viewed", "regarded") and after == "as"
    to_be = participle in _REDUCED_TO and after == "to" and then in ("be", "have")
    following = table.words[place + 2 + to_be : place + 3 + to_be]
    if (as_noun or to_be) and following and (following[0].lower() in _ARTICLES or following[0].endswith("ing")):
        return place, place + 2 + to_be
    return None
