"""Who is said to say it: every pair of a source and the cue that attributes something to it, outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.grammar import expression
from textlint.layers.sources import Source, describe
from textlint.layers.tokens import Tokens, tokens
from textlint.layers.vocabulary import vocabulary

_CLAUSE = re.compile(r'[^|¶"!;:]+')
_CUE = re.compile(r"[vzdbXVZPBqp]|g|G|L")
_SPEECH = frozenset("vzdbX")
_AMBIGUOUS = frozenset("bBX")
_PAST = frozenset("dPphq")
_REACH = 48  # tokens before a cue in which its subject may start


class Attribution(NamedTuple):
    """One source and one cue, as ranges of tokens.

    `cue` is the index of the cue's token. `manner` says how they stand: "subject" (Smith said), "inverted" (said Smith),
    "according" (according to Smith), "agent" (criticised by Smith), "participle" (…, saying).
    """

    source: Source
    cue: int
    manner: str


def attributions(document: Document) -> list[Attribution]:
    """Return the attributions of `document` in the order of their cues; a layer."""
    return list(_attributions(document.layer(tokens)))


def cue_class(table: Tokens, attribution: Attribution) -> str:
    """Return the class of an attribution's cue: "neutral", "according-to", "hedge", "doubt" or "factive"."""
    if attribution.manner == "according":
        return "according-to"
    return vocabulary().cue_classes.get(table.words[attribution.cue].lower(), "neutral")


def _attributions(table: Tokens) -> Iterator[Attribution]:
    classes = table.classes
    sentence_end = -1
    previous: Source | None = None
    for clause in _CLAUSE.finditer(classes):
        first, last = clause.span()
        if first > sentence_end:
            previous = None
            sentence_end = _sentence_end(classes, first)
        floor = first
        for match in _CUE.finditer(classes, first, last):
            cue = match.start()
            found = _at(table, cue, floor, first, last, previous)
            if found:
                yield found
                previous = found.source
                floor = max(floor, min(cue + 1, last)) if found.manner != "inverted" else found.source.last
    return


def _sentence_end(classes: str, start: int) -> int:
    ends = [position for position in (classes.find("|", start), classes.find("¶", start)) if position >= 0]
    return min(ends, default=len(classes))


def _at(table: Tokens, cue: int, floor: int, first: int, last: int, previous: Source | None) -> Attribution | None:
    """Return the attribution whose cue stands at token `cue`, if it has a source."""
    classes = table.classes
    symbol = classes[cue]
    if symbol == "L":
        return _according(table, cue)
    before = classes[cue - 1] if cue else "¶"
    if symbol in "vzd" and before in ',"!-' and (inverted := _inverted(table, cue, floor)):
        return inverted
    if symbol in "gG":
        if before == "=" or before in "~x" and "=" in classes[max(floor, cue - 4) : cue]:
            return _with_subject(table, cue, floor, "subject")
        if table.words[cue].lower() == "citing" and (match := expression("{noun_phrase}").match(classes, cue + 1)):
            return Attribution(describe(table, *match.span()), cue, "according")
        if previous is not None and before in ',"!-~&|':
            return Attribution(previous, cue, "participle")
        return None
    if before in "ftDAY" or symbol in _AMBIGUOUS and not _reads_as_verb(classes, cue):
        return None
    if symbol in _PAST and (agent := _agent(table, cue)):
        return agent
    found = _with_subject(table, cue, floor, "subject")
    if found is None and previous is not None and before in "&k~" and symbol in "vzdVZPq":
        return Attribution(previous, cue, "subject")
    return found


def _reads_as_verb(classes: str, cue: int) -> bool:
    """Say whether a word that is a noun as well stands here as a verb, by what comes after it."""
    before, after = classes[cue - 1] if cue else "¶", classes[cue + 1] if cue + 1 < len(classes) else "¶"
    if before in "rEICOw" or before in "xm~" and after not in "fi|,":
        return True
    return before in "NSQJjcR" and after in 'TDAYre"QO:'


def _with_subject(table: Tokens, cue: int, floor: int, manner: str) -> Attribution | None:
    start = max(floor, cue - _REACH)
    match = expression(r"{subject}\Z").search(table.classes, start, cue)
    if match is None:
        return None
    auxiliaries = table.classes[match.end("source") : cue]
    passive = "=" in auxiliaries[-3:] and table.classes[cue] in "dPq"
    held = table.classes[cue] == "p"
    if passive or held and "=" not in auxiliaries:
        return None
    source = describe(table, *match.span("source"))
    return Attribution(source, cue, manner) if source.kind else None


def _agent(table: Tokens, cue: int) -> Attribution | None:
    """Return the attribution to a by-agent: "as reported by Reuters", "was criticised by experts"."""
    match = expression("~?y({noun_phrase})").match(table.classes, cue + 1)
    if match is None:
        return None
    source = describe(table, *match.span(1))
    return Attribution(source, cue, "agent") if source.kind else None


def _according(table: Tokens, cue: int) -> Attribution | None:
    match = expression("t~?({noun_phrase}|[ro])").match(table.classes, cue + 1)
    return Attribution(describe(table, *match.span(1)), cue, "according") if match else None


def _inverted(table: Tokens, cue: int, floor: int) -> Attribution | None:
    """Return the attribution of "…, said Smith": after a quotation or a comma, the source behind the cue."""
    classes = table.classes
    if classes[cue - 1] == "," and expression(r"{subject}\Z").search(classes, max(floor, cue - _REACH), cue):
        return None
    match = expression("~?((?=[NDAYQOnEICjJcRSuhr]){noun_phrase}|[r])").match(classes, cue + 1)
    if match is None:
        return None
    source = describe(table, *match.span(1))
    return Attribution(source, cue, "inverted") if source.kind else None
