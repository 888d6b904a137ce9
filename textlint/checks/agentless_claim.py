"""Find claims put into the passive with nobody behind them: "it is said", "is widely seen as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint import compiled
from textlint.document import Document
from textlint.layers.tokens import Tokens, tokens
from textlint.span import Finding

# a form of "be" with adverbs, or an adverb alone, or a noun, before what may be a participle
_PASSIVE = compiled.expression("(?P<be>x?[='])?(?P<adverbs>~*)(?P<participle>[dPhbBXu])")
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
_RUMOUR = compiled.expression(r"\b(?:conventional wisdom|rumou?r) (?:has it|holds)\b")
_AGENT = compiled.expression(r"[^.;:|]{0,40}?\bby (?!\d|the end|the time|next|last|then|now|\w+ing\b)")


def check(document: Document) -> Iterator[Finding]:
    """Yield each claim in the passive that names no agent; wording inside quotations is left alone."""
    table = document.layer(tokens)
    for match in _PASSIVE.finditer(table.classes):
        if table.words[match.start("participle")].lower() not in _HELD | _SAID_TO | _SAID:
            continue
        span = _claim(table, match)
        if span and not _AGENT.match(document.folded, table.ends[span[1] - 1]):
            yield Finding(table.starts[span[0]], table.ends[span[1] - 1])
    for match in _RUMOUR.finditer(document.folded):
        if not document.is_quoted(*match.span()):
            yield Finding(*match.span())


def _claim(table: Tokens, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the tokens of the claim around a participle, or None where it is no claim without an agent."""
    place = match.start("participle")
    words = [word.lower() for word in table.words[place : place + 3]] + ["", ""]
    participle, after, then = words[:3]
    has_be = match["be"] is not None and table.words[match.start("adverbs") - 1].lower() in _BE
    start = match.start("be") if has_be else match.start("adverbs")
    adverb = table.words[place - 1].lower() if match["adverbs"] else ""
    if has_be and participle in _SAID and table.words[start - 1 : start] in (["it"], ["It"]):
        return start - 1, place + 1
    if adverb in _WIDELY and participle in _HELD:
        return (start if has_be else place - 1), place + 1 + (after in ("to", "as", "that"))
    if has_be:
        is_claim = (
            (participle in _SAID_TO and after == "to" and then != "")
            or (participle in _SEEN_AS and after == "as")
            or (participle == "considered" and (after in _JUDGED or after.endswith("ly")))
            or (participle == "regarded" and after in ("highly", "important", "significant", "crucial"))
        )
        return (start, place + 1 + (after in ("to", "as"))) if is_claim else None
    if place == 0 or table.classes[place - 1] not in "uhMcbX" or match["adverbs"]:
        return None
    as_noun = participle in ("seen", "viewed", "regarded") and after == "as"
    to_be = participle in _REDUCED_TO and after == "to" and then in ("be", "have")
    following = table.words[place + 2 + to_be : place + 3 + to_be]
    if (as_noun or to_be) and following and (following[0].lower() in _ARTICLES or following[0].endswith("ing")):
        return place, place + 2 + to_be
    return None
