"""Find the subject before a verb: a pronoun or noun phrase, possibly with asides and relative clauses between."""

from __future__ import annotations

from textlint.layers.speech.grammar import compose, expression
from textlint.layers.speech.sources import Source, describe
from textlint.layers.speech.tokens import Tokens
from textlint.startup import patterns

_IN_PHRASE = "DAYQOn0uNhHpjEJIcCSRaFMbBX'.%-~&/fiylKto"  # the classes that a noun phrase may contain
_PHRASE = patterns.expression(compose(r"{noun_phrase}\Z"))
_AUXILIARIES = frozenset("xm=~")
_NOUNS = frozenset("NEICOjJcSRaMXnQu0%bB")
_SPEAKERS = frozenset("NEICjJcSRareOQ")
# Tokens before a verb or quotation to search for the start of the clause; chosen by reading, not measured.
_LONGEST_CLAUSE = 120
_REACH = 40  # tokens before a verb to search for the start of its subject; chosen by reading, not measured


def subject(table: Tokens, verb: int, first: int, floor: int) -> Source | None:
    """Return the subject of the verb at token `verb`, or None.

    `first` is the first token of the clause, `floor` the token after the previous verb; only subjects before asides
    ("Smith, who said that, said") may be before `floor`.
    """
    classes = table.classes
    edge = verb
    while edge > first and (
        classes[edge - 1] in _AUXILIARIES or (classes[edge - 1] == "'" and classes[edge - 2] in "rewT")
    ):
        edge -= 1
    if (
        edge > first + 1 and classes[edge - 1 : edge + 1] == "i~" and table.words[edge - 1] == "on"
    ):  # "Smith on Monday said"
        edge -= 1
    if edge == first:
        return None
    if "=" in classes[max(edge, verb - 3) : verb] and classes[verb] in "dP":
        return None
    if classes[verb] == "p" and "=" not in classes[edge:verb]:
        return None
    before = classes[edge - 1]
    if before in "re":
        return describe(table, edge - 1, edge)
    if before in "wT":
        return _antecedent(table, edge, first)
    if before in ",)-":
        return _before_aside(table, edge, first)
    return _phrase_before(table, edge, max(first, floor))


def first_subject(table: Tokens, start: int, end: int) -> Source | None:
    """Return the likely subject of the clause of tokens `start` to `end`, if it can speak: the first name or person.

    Introductory phrases, such as "On Monday, …" or "When it rained, …", are skipped.
    """
    start = max(start, end - _LONGEST_CLAUSE)
    lead = expression("(?>[iskWH~&T][^,|¶]{0,16},|[&kTs~,])*+").match(table.classes, start, end)
    for first in (lead.end() if lead else start, start):
        match = expression(
            "[&kTs~,]*+((?:[DAYQOn0uNhpjJcCEISRa.'X]|[f&]){0,9}?[NEICjJcSRareO](?![NEICjJcSRa.'-]|[f&][DAYN]))"
        ).match(table.classes, first, end)
        if match:
            return describe(table, *match.span(1))
    return None


def _phrase_before(table: Tokens, edge: int, floor: int) -> Source | None:
    """Return the noun phrase that ends at token `edge`; for a relative clause, the noun phrase before its pronoun."""
    classes = table.classes
    match = _ends_in_phrase(classes, max(floor, edge - _REACH), edge)
    if match is None:
        return None
    start = match.start()
    while start < edge - 1 and classes[start - 1] in "xm=t" and classes[start] in "uhHbB~p":
        start += 1
    if (
        classes[start - 1 : start] == "=" or classes[start - 2 : start] == "=~"
    ):  # "is a pastor": a predicate, not a subject
        return None
    relative = classes.rfind("w", max(floor, start - 12), start)
    object_relative = relative == start - 1 and classes[start] in "DAYQnNrO"  # "whom many voters believed"
    if relative > floor and not object_relative and not set(classes[relative:start]) & set(",sTk|-"):
        found = _antecedent(table, relative + 1, floor)
        return found._replace(last=relative) if found and found.last > relative > found.first else found
    source = describe(table, start, edge)
    joint = classes.rfind("&", start, edge)
    if joint > start and source.kind in ("descriptor", "document", ""):  # "the body and researchers hope": two clauses
        return describe(table, joint + 1, edge)
    return source


def _ends_in_phrase(classes: str, floor: int, edge: int) -> patterns.Match[str] | None:
    """Return the longest noun phrase that ends at token `edge` and starts at or after `floor`.

    The search starts only after the last word that cannot be part of one, instead of at every word of the clause.
    """
    floor += len(classes[floor:edge].rstrip(_IN_PHRASE))
    return _PHRASE.search(classes, floor, edge) if floor < edge else None


def _antecedent(table: Tokens, behind: int, first: int) -> Source | None:
    """Return the noun phrase that a relative pronoun at token `behind - 1` refers to, with the pronoun."""
    classes = table.classes
    end = behind - 1
    if end > first and classes[end - 1] in ",-":
        end -= 1
    match = _ends_in_phrase(classes, max(first, end - _REACH), end)
    if match is None:
        return describe(table, behind - 1, behind) if classes[behind - 1] == "w" else None
    return describe(table, match.start(), end)._replace(last=behind)


def _before_aside(table: Tokens, edge: int, first: int) -> Source | None:
    """Return the source before an aside that ends at token `edge`: "Smith, the mayor of Bonn, said"."""
    classes = table.classes
    closing = classes[edge - 1]
    apposition: Source | None = None
    mark = classes.rfind("(" if closing == ")" else closing, max(first, edge - _REACH), edge - 1)
    while mark > first:
        pronoun = mark > first and classes[mark - 1] in "re"
        match = None if pronoun else _ends_in_phrase(classes, max(first, mark - _REACH), mark)
        if pronoun or match:
            source = describe(table, match.start() if match else mark - 1, mark)
            apposed = classes[source.first] in "ADRn" and source.first > first and classes[source.first - 1] == ","
            predicate = classes[source.first - 1 : source.first] == "="  # "Swanson, who is a pastor, said"
            if classes[source.head] in _SPEAKERS and not predicate:
                if not apposed:
                    return source
                apposition = apposition or source
        mark = classes.rfind(closing, max(first, edge - _REACH), mark) if closing != ")" else -1
    return apposition
