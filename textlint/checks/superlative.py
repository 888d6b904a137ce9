"""Find superlatives that a text states as fact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from textlint import compiled
from textlint.document import Document
from textlint.layers.attributions import attributions
from textlint.layers.tokens import tokens
from textlint.span import Finding

_SUPERLATIVE = compiled.expression(
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


def check(document: Document) -> Iterator[Finding]:
    """Yield each superlative outside quotations whose sentence attributes it to nobody."""
    table = document.layer(tokens)
    cues = [attribution.cue for attribution in document.layer(attributions)]
    for match in _SUPERLATIVE.finditer(document.folded):
        if document.is_quoted(*match.span()):
            continue
        first, last = table.sentence(min(table.at(match.start()), len(table.classes) - 1))
        index = bisect_left(cues, first)
        if index == len(cues) or cues[index] > last:
            yield Finding(*match.span())
