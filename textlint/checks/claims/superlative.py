"""Find superlatives that a text states as facts."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import attributions
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.span import Finding
from textlint.startup import patterns

_SUPERLATIVE = patterns.expression(
    # not "at its best", "did their best", nor "the best way", "the best supporting actor"
    r"(?<!\bat )(?<!\bdo )(?<!\bdid )(?<!\btry )(?<!\btried )\b(?:the|its|their|our|his|her) "
    r"(?:(?:world|nation|country|city|region|industry|state|continent)'s )?"
    r"(?:best|greatest|finest|worst|smartest|strongest|coolest|"
    r"most (?:beautiful|important|influential|successful|powerful|innovative|advanced|exciting|popular|respected|iconic|brilliant|talented|"
    r"trusted|admired))\b"
    r"(?! (?:of|in) (?:his|her|their|its|my|our)\b)"
    r"(?!,? (?:ways?|times?|chances?|options?|known|supporting|actor|actress|picture|director|film|interests?|practices?|prices?|players?|"
    r"friends?|man|part|thing|original|news|new|score|of (?:all )?(?:possible )?worlds)\b)"
    r"|\b(?:unprecedented|one of a kind|like no other)\b"
)
_LEADS = ("the ", "its ", "their ", "our ", "his ", "her ", "'s ")  # what comes before the adjective
_LEAD = patterns.expression(r"\b(?:the|its|their|our|his|her) (?:\w+'s )?\Z")
_LONGEST_LEAD = 24  # code points before the adjective; chosen to hold “the government's ”
_UNIQUE_LEADS = ("one of a ", "like no ", "")  # before "kind", "other" and "unprecedented"


def check(document: Document) -> Iterator[Finding]:
    """Yield each superlative outside quotations in a sentence without an attribution."""
    table = document.layer(tokens)
    for start, end in sorted(_superlatives(document.folded, table)):
        if document.is_quoted(start, end):
            continue
        first, last = table.sentence(min(table.at(start), len(table.classes) - 1))
        if not document.layer(attributions).first_between(first, last):
            yield Finding(start, end)


def _superlatives(folded: str, table: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the superlatives of the folded text.

    They are found by their adjective, because trying the expression at every position takes fifty times as long.
    """
    for place in table.places("superlative"):
        if folded.endswith(_LEADS, 0, place) and (lead := _LEAD.search(folded, max(0, place - _LONGEST_LEAD), place)):
            match = _SUPERLATIVE.match(folded, lead.start())
            if match:
                yield match.span()
    for place in table.places("unique"):
        for before in _UNIQUE_LEADS:
            match = _SUPERLATIVE.match(folded, place - len(before)) if folded.endswith(before, 0, place) else None
            if match:
                yield match.span()
