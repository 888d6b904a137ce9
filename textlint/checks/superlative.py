"""Find superlatives that a text states as fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding

_SUPERLATIVE = re.compile(
    r"(?<!\bat )(?<!\bdo )(?<!\bdid )(?<!\btry )(?<!\btried )\b(?:the|its|their|our|his|her) (?:(?:world|nation|country|city|region|industry|state|continent)'s )?"
    r"(?:best|greatest|finest|most (?:beautiful|important|influential|successful|powerful|innovative|advanced|exciting|popular|respected|iconic|brilliant|talented|trusted|admired)|"
    r"worst|smartest|strongest|coolest)\b(?! (?:of|in) (?:his|her|their|its|my|our)\b)|\b(?:unprecedented|one of a kind|like no other)\b"
)
_ASKS = (
    "best",
    "greatest",
    "finest",
    "most ",
    "worst",
    "strongest",
    "unprecedented",
    "smartest",
    "coolest",
    "one of a kind",
    "like no other",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield each superlative outside quotations whose sentence attributes it to nobody."""
    from bisect import bisect_left

    from textlint.layers.attributions import attributions
    from textlint.layers.tokens import tokens

    folded = document.folded
    if not any(word in folded for word in _ASKS):
        return
    table = document.layer(tokens)
    cues = [attribution.cue for attribution in document.layer(attributions)]
    for match in _SUPERLATIVE.finditer(folded):
        if document.is_quoted(*match.span()):
            continue
        first, last = table.sentence(min(table.at(match.start()), len(table.classes) - 1))
        index = bisect_left(cues, first)
        if index == len(cues) or cues[index] > last:
            yield Finding(*match.span())
