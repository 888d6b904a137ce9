"""Find claims put into the passive with nobody behind them: "it is said", "is widely seen as"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding

_BE = r"(?:is|are|was|were|has been|have been|had been|being|it's)"
_OFTEN = r"(?:also|now|still|often|once|long|generally|commonly|sometimes|frequently|well|being|even|currently|already|therefore|largely|increasingly|broadly)"
_WIDELY = r"(?:widely|generally|commonly|largely|increasingly|frequently|popularly|universally|broadly|variously|traditionally)"
_HELD = (
    r"(?:said|believed|thought|reported|rumou?red|considered|regarded|seen|viewed|understood|expected|perceived|accepted|acknowledged|hailed|"
    r"described|assumed|blamed|criticized|criticised|praised|recogni[sz]ed|credited|known|agreed|speculated|suspected|feared|tipped)"
)
_AGENTLESS = re.compile(
    rf"\bit(?:'s| (?:is|was|has been|had been))(?: {_OFTEN}| {_WIDELY})* (?:said|believed|thought|reported|rumou?red|alleged|claimed|argued|"
    rf"considered|estimated|understood|feared|assumed|suggested|speculated|felt|accepted|acknowledged|regarded|agreed|recogni[sz]ed)(?= that\b| to\b|,| [a-z]+)"
    rf"|(?:\b{_BE} )?(?:{_OFTEN} )*\b{_WIDELY} {_HELD}(?: to| as| that)?\b"
    rf"|\b{_BE}(?: {_OFTEN})* (?:said|believed|thought|rumou?red|understood|alleged|reported|reputed|purported) to (?=\w)"
    rf"|\b{_BE}(?: {_OFTEN})* (?:seen|viewed|regarded|perceived|hailed) as\b"
    r"|(?<=[a-z] )(?:(?:seen|viewed|regarded) as|(?:believed|thought|rumou?red) to (?:be|have)) (?=an?\b|the\b|one\b|\w+ing\b)"
    rf"|\b(?:(?:{_BE}|it is)(?: {_OFTEN})* )regarded\b(?= (?:highly|important|significant|crucial))"
    rf"|\b{_BE}(?: {_OFTEN})* considered (?=(?:an?|one|the|likely|among|to be|too|highly|\w+ly)\b)"
    r"|\b(?:conventional wisdom|rumou?r) (?:has it|holds)\b"
)
_AGENT = re.compile(r"[^.;:|]{0,40}?\bby (?!\d|the end|the time|next|last|then|now|\w+ing\b)")
_ASKS = ("said", "belie", "thought", "report", "rumo", "consider", "regard", "seen", "viewed", "underst", "expect", "wisdom",
         "perceiv", "accept", "acknowl", "hailed", "describ", "assum", "blam", "critic", "prais", "recogn", "credit", "known",
         "agreed", "specul", "suspect", "feared", "alleg", "claimed", "argued", "estimat", "suggest", "felt", "reput", "purport")  # fmt: skip


def check(document: Document) -> Iterator[Finding]:
    """Yield each claim in the passive that names no agent; wording inside quotations is left alone."""
    folded = document.folded
    for match in _AGENTLESS.finditer(folded):
        start, end = match.span()
        if _AGENT.match(folded, end) or document.is_quoted(start, end):
            continue
        yield Finding(start, len(folded[:end].rstrip()))
