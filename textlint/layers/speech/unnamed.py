"""Find the unnamed sources of a document, and classify them."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.speech.attributions import attributions
from textlint.layers.speech.cues import Attribution
from textlint.layers.speech.grammar import expression
from textlint.layers.speech.sources import Source
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.layers.speech.vocabulary import cue_group
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_PRIVY = patterns.expression(
    r"\b(?:familiar with|close to|briefed on|privy to|knowledge of|authori[sz]ed to|anonym|not to be (?:named|identified))"
)
_PRIVY_REACH = 60  # code points after a source to search for these words; chosen by reading, not measured
_LONGEST_PRIVY = 20  # code points of such words before the one in the list "privy"; chosen by reading, not measured
# classes that an expert, insider, crowd or spokesperson needs; see `_kind`
_NOBODY = patterns.expression("[EISQOjJc]|n(?:f|[uhN]*+C)")
_INSIDE = "DAYQOn0uNhHpjEJIcCSRaFMbBX'.%~&/-"  # of words before the noun in its phrase
_ONE = patterns.expression(rf"[An](?:[uhn~]{{0,2}}f)?[{_INSIDE}]*\Z")  # a single person needs an "a" or a number
_DEFINITE = patterns.expression(rf"(?:\A|[^f{_INSIDE}])D[uhHNR0ajJcCM]*\Z")  # "the senior officials": introduced before
_LONGEST_PHRASE = 40  # tokens of a noun phrase that are read back for its article; chosen by reading, not measured
_CUE = patterns.expression("[vzdbXVZPBpgGLF]")
_HYPOTHETICAL = frozenset("could might can may should must cannot can't couldn't shouldn't".split())

_GENERIC = frozenset(("asks", "tells", "adds", "expects", "reports"))  # used for anybody in general


class Unnamed(NamedTuple):
    """An unnamed source.

    `start` and `end` are code points. `kind` is "authority" (experts), "insider" (officials, sources, people in the
    know), "crowd" (some, many, others), "individual" (one person by role) or "spokesperson". `cue` is the attributing
    word.
    """

    start: int
    end: int
    kind: str
    cue: str


def unnamed_sources(document: Document) -> list[Unnamed]:
    """Return the unnamed sources of `document`, in order and without overlaps; a layer."""
    table = document.layer(tokens)
    all_found = document.layer(attributions)
    near = [item for first, last in _sentences(table) for item in all_found.between(first, last)]
    found: list[Unnamed] = []
    for attribution in sorted(near, key=lambda item: item.source.first):
        kind = _kind(table, attribution)
        if kind:
            start, end = _shown(table, attribution.source)
            if not found or start >= found[-1].end:
                found.append(Unnamed(start, end, kind, table.words[attribution.cue]))
    return found


def _sentences(table: Tokens) -> list[tuple[int, int]]:
    """Return the sentences (first and last token) that may have an unnamed source, by the classes of their words.

    Processing all sentences would take six times as long. Words such as "familiar with" alone make a source an insider.
    """
    classes = table.classes
    found = set(_near_privy(table))
    match = _NOBODY.search(classes)
    while match:
        behind = match.end()
        if _may_speak(classes, match.start()):
            first, last = table.sentence(match.start())
            found.add((first, last))
            behind = last + 1
        match = _NOBODY.search(classes, behind)
    return sorted(sentence for sentence in found if _CUE.search(classes, *sentence))


def _may_speak(classes: str, place: int) -> bool:
    """Return whether the noun or number at token `place` may be an unnamed source, as a quick version of `_kind`."""
    symbol = classes[place]
    if symbol in "jJc":
        return _ONE.search(classes, max(0, place - _LONGEST_PHRASE), place) is not None
    if symbol in "EIS":
        return _DEFINITE.search(classes, max(0, place - _LONGEST_PHRASE), place) is None
    return symbol not in "QO" or classes[place - 1 : place] not in ("D", "A", "Y")


def _near_privy(table: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the sentences around words that make the source before them an insider."""
    for place in table.places("privy"):
        token = table.at(max(0, place - _PRIVY_REACH - _LONGEST_PRIVY))
        while token < len(table.starts) and table.starts[token] <= place:
            first, last = table.sentence(token)
            yield first, last
            token = last + 1


def _kind(table: Tokens, attribution: Attribution) -> str:
    """Return the kind of unnamed source, or "" if someone is named or the text makes clear who is meant."""
    source = attribution.source
    if source.kind not in ("expert", "insider", "crowd", "spokesperson"):
        return ""
    if _is_no_statement(table, attribution):
        return ""
    classes = table.classes[source.first : source.last]
    core = table.classes[source.first : source.head + 1]
    if source.opening == "0" or patterns.match("nin", core):  # a share of a survey
        return ""
    if (source.opening in "DTfi" and "'" not in core) or _is_named_next(table, source):
        return ""
    if source.kind == "spokesperson":
        return "spokesperson"
    if (
        _PRIVY.search(
            table.masked[table.starts[source.first] : table.end(source.last - 1) + _PRIVY_REACH].lower().split(".")[0]
        )
        and source.opening not in "N"
    ):
        return "insider"
    if source.number == "one":
        return _one_person(table, attribution)
    if attribution.manner == "inverted" and table.classes[source.head] in "uN":
        return ""
    if source.kind == "crowd":
        return "crowd" if _is_crowd(table, source, classes, attribution.cue) else ""
    return "authority" if source.kind == "expert" else "insider"


def _one_person(table: Tokens, attribution: Attribution) -> str:
    """Return "insider" or "individual" for a single unnamed person, or "" for nobody in particular."""
    source = attribution.source
    cue = table.words[attribution.cue].lower()
    says_something = table.classes[attribution.cue] in "dPLvgX" or cue in cue_group("plain")
    if source.opening not in "An" or not says_something or cue in _GENERIC:
        return ""  # "every time a leader praises it", "a writer asks the browser"
    is_source = source.kind == "insider" and table.words[source.head].lower() in ("source", "official", "insider")
    return "insider" if is_source else "individual"


def _is_no_statement(table: Tokens, attribution: Attribution) -> bool:
    """Return whether the source does not make a statement: it chants, might say something, or is only described."""
    source, cue = attribution.source, attribution.cue
    if table.words[cue + 1 : cue + 2] == ["you"]:  # "a reader who likes it has told you so": nobody in particular
        return True
    if attribution.manner == "shared":  # the verb next to the source was already judged
        return True
    if table.words[cue].lower() in cue_group("noise") or table.classes[source.last - 1] == "w":
        return True
    if any(word.lower() in _HYPOTHETICAL for word in table.words[max(source.last, cue - 4) : cue]):
        return True
    before = table.words[source.first - 1].lower() if source.first else ""
    if source.opening == "Q" and (
        before in ("so", "how")
        or (before == "as" and table.words[source.first - 2].lower() in ("times", "twice", "as"))
    ):
        return True
    if table.classes[source.first - 1 : source.first] == "&" and table.classes[source.first - 2] in "rNo":
        return True  # "he and other rabbis": one of them is named
    bare = table.classes[source.first : source.last] in ("Q", "n", "O")
    return bare and table.classes[cue] in "dP" and table.classes[cue - 1] == "~" and cue - source.last == 1


def _is_crowd(table: Tokens, source: Source, classes: str, attribution_cue: int) -> bool:
    """Return whether a group is only counted, roughly or by a small number; shares of a survey are not a crowd."""
    if (
        table.classes[source.head] in "uN"
        and table.words[attribution_cue].lower() not in cue_group("plain") | cue_group("held")
        and table.classes[attribution_cue] not in "VZPB"
    ):
        return False
    if source.opening in "QO" or patterns.match("[DA][uhn]{0,2}nf", classes):
        return True
    return patterns.match(r"nf|n[uhN]*C", classes) is not None


def _is_named_next(table: Tokens, source: Source) -> bool:
    """Return whether members of the source are named in or directly after it: "analysts, like Anna Ray of Bonn, …"."""
    behind = table.classes[source.head + 1 : source.head + 12]
    if (
        patterns.match(r",?ioN|[,-]?iu,?N", behind)
        or patterns.match(r"(?:[fi][^,|¶]{1,6})?,?l[uRDAjJcSQhH']*N", behind)
        or patterns.match(r",N[N.]*N[,|]", behind)
    ):
        return True
    if patterns.match(r",N[N.]*N,", table.classes[source.last : source.last + 10]):
        return True
    return (
        source.opening in "AD"
        and source.first > 1
        and table.classes[source.first - 1] in ",-"
        and table.classes[source.first - 2] in "N.)"
        and (table.classes[source.last : source.last + 1] in (",", "-", ")", "|", "¶", "(", "w"))
    )


def _shown(table: Tokens, source: Source) -> tuple[int, int]:
    """Return the span to report: the phrase up to its head, with a following "of" or prepositional phrase."""
    first = source.first
    last = max(source.head + 1, first + 1)
    match = expression("(?:[fi]{words})?").match(table.classes, last, source.last)
    return table.span(first, match.end() if match else last)
