"""Who is said to say it: every pair of a source and the cue that attributes something to it, outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.grammar import expression
from textlint.layers.sources import Source, describe
from textlint.layers.subjects import first_subject, subject
from textlint.layers.tokens import Tokens, tokens
from textlint.layers.vocabulary import plain_cues, vocabulary

_CLAUSE = re.compile(r'[^|¶"!;:]+')
_CUE = re.compile(r"[vzdbXVZPBpgGL]")
_AMBIGUOUS = frozenset("bBX")
_PASSIVE = frozenset("dP")


class Attribution(NamedTuple):
    """One source and one cue, as ranges of tokens.

    `cue` is the index of the cue's token. `manner` says how they stand: "subject" (Smith said), "inverted" (said Smith),
    "according" (according to Smith), "agent" (criticised by Smith), "shared" (…, saying; and said).
    """

    source: Source
    cue: int
    manner: str


class _Place(NamedTuple):
    """Where a cue is looked at: the clause around it, and the sources that its sentence has given so far."""

    first: int  # of the clause
    floor: int  # behind the cue before
    sentence: int  # first token of the sentence
    main: Source | None  # of the sentence's first attribution
    previous: Source | None


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
    sentence_end, sentence = -1, 0
    main: Source | None = None
    previous: Source | None = None
    for clause in _CLAUSE.finditer(classes):
        first, last = clause.span()
        if first > sentence_end:
            main = previous = None
            sentence, sentence_end = first, _sentence_end(classes, first)
        floor = first
        for match in _CUE.finditer(classes, first, last):
            cue = match.start()
            found = _at(table, cue, _Place(first, floor, sentence, main, previous))
            if found and found.source.kind:
                yield found
                previous = found.source
                main = main or previous
                floor = found.source.last if found.manner == "inverted" else cue + 1


def _sentence_end(classes: str, start: int) -> int:
    ends = [position for position in (classes.find("|", start), classes.find("¶", start)) if position >= 0]
    return min(ends, default=len(classes))


def _at(table: Tokens, cue: int, place: _Place) -> Attribution | None:
    """Return the attribution whose cue stands at token `cue`, if there is one."""
    classes = table.classes
    symbol, before = classes[cue], classes[cue - 1] if cue else "¶"
    if symbol == "L":
        return _behind(table, cue, "t~?({noun_phrase}|[ro])", "according")
    if symbol in "vzd" and (before in ',"!-' or before == "." and classes[cue - 2] == '"') and (found := _inverted(table, cue, place)):
        return found
    if symbol in "gG":
        return _ongoing(table, cue, before, place)
    if before in "ftDAYi'" and not (before == "'" and classes[cue - 2] in "rew"):
        return None
    if symbol in _AMBIGUOUS and not _reads_as_verb(table, cue):
        return None
    if symbol in _PASSIVE and (found := _behind(table, cue, "~?y({noun_phrase})", "agent")):
        return found
    if before in "&k" or before == "~" and classes[cue - 2] in "&k":
        shared = place.main or first_subject(table, place.sentence, cue)
        return Attribution(shared, cue, "shared") if shared else None
    source = subject(table, cue, place.first, place.floor)
    return Attribution(source, cue, "subject") if source and _fits(table, source, cue) else None


def _fits(table: Tokens, source: Source, cue: int) -> bool:
    """Say whether such a source can be the subject of such a cue."""
    symbol = table.classes[cue]
    if symbol in "VZPBp":  # only persons and bodies believe, fear and hope
        return source.kind not in ("document", "descriptor", "") and table.words[source.first - 1 : source.first] != ["if"]
    if source.kind == "descriptor":
        return table.words[cue].lower() in plain_cues() and (source.opening in "DAYQN" or table.words[source.head].endswith("s"))
    return True


def _reads_as_verb(table: Tokens, cue: int) -> bool:
    """Say whether a word that is a noun as well stands here as a verb, by what is beside it."""
    classes = table.classes
    before, after = classes[cue - 1] if cue else "¶", classes[cue + 1] if cue + 1 < len(classes) else "¶"
    if before in "reEICOw" or before in "xm~" and after not in "fi|,":
        return True
    if before == "N" and table.words[cue].endswith("s"):
        return after not in "fi|,;:¶)&y=xmdh"
    return before in "NSJjcRa" and after in 'TDAYre"QO:'


def _ongoing(table: Tokens, cue: int, before: str, place: _Place) -> Attribution | None:
    """Return the attribution of an -ing form: "was saying", "…, saying", "citing"."""
    classes = table.classes
    if before == "=" or before in "~x'" and "=" in classes[max(place.floor, cue - 4) : cue] or before == "'" and classes[cue - 2] in "rew":
        source = subject(table, cue, place.first, place.floor)
        return Attribution(source, cue, "subject") if source and _fits(table, source, cue) else None
    if before in ',"!-&~|' and classes[cue] == "g":
        shared = place.previous or first_subject(table, place.sentence, cue)
        return Attribution(shared, cue, "shared") if shared else None
    return None


def _behind(table: Tokens, cue: int, template: str, manner: str) -> Attribution | None:
    """Return the attribution to the source that `template` (with one group) finds behind the cue."""
    match = expression(template).match(table.classes, cue + 1)
    return Attribution(describe(table, *match.span(1)), cue, manner) if match else None


def _inverted(table: Tokens, cue: int, place: _Place) -> Attribution | None:
    """Return the attribution of "…, said Smith": after a quotation or a comma, the source behind the cue."""
    if table.classes[cue - 1] in ",-" and subject(table, cue, place.first, place.floor):
        return None
    return _behind(table, cue, "~?((?=[NDAYQOnEICjJcRSauhr]){noun_phrase}|r)", "inverted")
