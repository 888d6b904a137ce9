"""Find the source that each cue attributes something to. Cues are verbs and nouns of saying, read by sentence."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.layers.speech.grammar import expression
from textlint.layers.speech.sources import Source, describe
from textlint.layers.speech.subjects import first_subject, subject
from textlint.layers.speech.tokens import Tokens
from textlint.layers.speech.vocabulary import cue_group
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_CLAUSE = patterns.expression(r'[^|¶"!;:]+')
_CUE = patterns.expression(r"[vzdbXVZPBpgGLF]")
_AMBIGUOUS = frozenset("bBX")
_PASSIVE = frozenset("dP")
_NEVER_INVERTED = frozenset(("told", "tells", "tell"))
_INVERTED = frozenset(
    "said says say added adds wrote writes argued argues noted notes explained explains warned warns asked asks".split()
)
_MANY_MEANINGS = frozenset(
    "think called found showed shows show see sees saw referred admitted wrote write writes".split()
)
_FROM = (["from"], ["by"], ["among"], ["amongst"])
_SEE = frozenset(("showing", "finding", "seeing", "pointing"))


class Attribution(NamedTuple):
    """One source and one cue, as ranges of tokens.

    `cue` is the index of the cue's token. `manner` is how they are related: "subject" (Smith said), "inverted" (said Smith),
    "according" (according to Smith), "agent" (criticized by Smith), "noun" (criticism from Smith), "shared" (…, saying; and said).
    """

    source: Source
    cue: int
    manner: str


class _Place(NamedTuple):
    """The context of a cue: the clause around it, and the sources found in its sentence so far."""

    first: int  # of the clause
    floor: int  # first token after the previous cue
    sentence: int  # first token of the sentence
    main: Source | None  # of the sentence's first attribution
    previous: Source | None


def read_sentence(table: Tokens, start: int, end: int) -> Iterator[Attribution]:
    """Yield the attributions of the sentence of tokens `start` to `end`, in the order of their cues."""
    classes = table.classes
    if not _CUE.search(classes, start, end):
        return
    main: Source | None = None
    previous: Source | None = None
    sentence = -1
    for clause in _CLAUSE.finditer(classes, start, end):
        first, last = clause.span()
        if sentence < 0:
            sentence = first
        floor = first
        for match in _CUE.finditer(classes, first, last):
            cue = match.start()
            found = _at(table, cue, _Place(first, floor, sentence, main, previous))
            if found and found.source.kind:
                yield found
                previous = found.source
                main = main or previous
                floor = found.source.last if found.manner == "inverted" else cue + 1


def _at(table: Tokens, cue: int, place: _Place) -> Attribution | None:
    """Return the attribution whose cue is the token `cue`, if there is one."""
    classes = table.classes
    symbol, before = classes[cue], classes[cue - 1] if cue else "¶"
    if symbol == "L":
        return _after(table, cue, "t~?({noun_phrase}|[ro])", "according")
    if symbol == "F":
        return _after(table, cue, "[iy]({noun_phrase})", "noun") if table.words[cue + 1 : cue + 2] in _FROM else None
    if (
        symbol in "vzd"
        and (before in ',"!-|¶' or (before == "." and classes[cue - 2] == '"'))
        and (found := _inverted(table, cue, place))
    ):
        return found
    if symbol in "gG":
        return _ongoing(table, cue, before, place)
    if before in "ftDAYi'" and not (before == "'" and classes[cue - 2] in "rew"):
        return None
    if symbol in _AMBIGUOUS and not _reads_as_verb(table, cue):
        return None
    if symbol in _PASSIVE and (found := _after(table, cue, "~?y({noun_phrase})", "agent")):
        return found
    if table.words[cue].lower() in _MANY_MEANINGS and _means_something_else(table, cue):
        return None
    edge = cue
    while edge > place.first and classes[edge - 1] in "x=~":
        edge -= 1
    if edge > place.first and classes[edge - 1] in "&k" and "=" not in classes[edge:cue]:
        shared = place.main or first_subject(table, place.sentence, cue)
        return Attribution(shared, cue, "shared") if shared else None
    source = subject(table, cue, place.first, place.floor)
    if source and _fits(table, source, cue, place.main):
        return Attribution(source, cue, "subject")
    if before == "," and symbol == "d" and place.main and source is None:  # "She urged …, proposed …"
        return Attribution(place.main, cue, "shared")
    return None


def _means_something_else(table: Tokens, cue: int) -> bool:
    """Return whether a verb with many meanings attributes nothing here: "a think tank", "a group called", "found a house"."""
    word, after = table.words[cue].lower(), table.classes[cue + 1 : cue + 2]
    if word == "think":
        return table.words[cue + 1 : cue + 2] in (["tank"], ["tanks"])
    if word == "found":
        return after not in "TDNre~" and table.classes[cue - 1] not in "MX"
    if word in ("wrote", "write", "writes"):  # "wrote a book", "wrote 4,000 of them"
        return after in "0DAnQ"
    if word.startswith("show"):
        return table.words[cue + 1 : cue + 2] in (["up"], ["off"])
    if word in ("see", "sees", "saw"):
        return "as" not in table.words[cue + 2 : cue + 9]
    if word in ("referred", "admitted"):  # "a student referred to as Bob", "refugees admitted to the country"
        return (table.classes[cue + 1 : cue + 3] in ("ti", "tD", "tN") and word == "admitted") or table.classes[
            cue + 1 : cue + 3
        ] == "ti"
    if table.classes[cue + 1 : cue + 3] in ("ot", "Nt"):  # "called her to say"
        return True
    return after in '"N' and (
        table.classes[cue - 1] == "n"
        or (table.classes[cue - 1] in "uRcah" and "A" in table.classes[max(0, cue - 5) : cue])
    )


def _fits(table: Tokens, source: Source, cue: int, main: Source | None) -> bool:
    """Return whether this source can be the subject of this cue."""
    symbol = table.classes[cue]
    if source.kind == "pronoun":
        opening = table.classes[source.first - 1] if source.first else "¶"
        if opening == "m" and table.classes[source.first - 2 : source.first - 1] in ("|", "¶", "W", ""):  # a question
            return False
        if opening == "W" and table.classes[cue + 1 : cue + 2] != '"':  # "what he thinks of it"
            return False
        if symbol in "VZPB" and main is not None:  # "said she hopes": the first cue attributes everything
            return False
    if symbol in "VZPBp":  # only people and organizations believe, fear and hope
        return source.kind not in ("document", "descriptor", "") and table.words[source.first - 1 : source.first] != [
            "if"
        ]
    base = symbol in "vV" and table.words[source.head].lower() not in ("i", "you", "we", "they")
    if (
        base
        and source.number == "one"
        and "m" not in table.classes[source.last : cue]
        and "&" not in table.classes[source.first : source.last]
    ):
        return False  # "helped a journalist write": a singular subject does not take the base form
    if source.kind == "descriptor":
        return table.words[cue].lower() in cue_group("plain") and (
            source.opening in "DAYQN" or table.words[source.head].endswith("s")
        )
    return True


def _reads_as_verb(table: Tokens, cue: int) -> bool:
    """Return whether a word that can be a noun is a verb here, judging by the words beside it."""
    classes = table.classes
    before, after = classes[cue - 1] if cue else "¶", classes[cue + 1] if cue + 1 < len(classes) else "¶"
    if table.words[cue + 1 : cue + 2] == ["out"]:  # "he points out"
        return before in "rewNEICOSJjcRa"
    if before in "reEICOw" or (before in "xm~" and after not in "fi|,"):
        return True
    if before == "N" and table.words[cue].endswith("s"):
        return after not in "fi|,;:¶)&y=xmdh"
    return before in "NSJjcRa" and after in 'TDAYre"QO:'


def _ongoing(table: Tokens, cue: int, before: str, place: _Place) -> Attribution | None:
    """Return the attribution of an -ing form: "was saying", "…, saying", "citing"."""
    classes = table.classes
    if (
        before == "="
        or (before in "~x'" and "=" in classes[max(place.floor, cue - 4) : cue])
        or (before == "'" and classes[cue - 2] in "rew")
    ):
        source = subject(table, cue, place.first, place.floor)
        return Attribution(source, cue, "subject") if source and _fits(table, source, cue, place.main) else None
    if before in ',"!-&~|' and classes[cue] == "g" and table.words[cue].lower() not in _SEE:
        shared = place.previous or first_subject(table, place.sentence, cue)
        return Attribution(shared, cue, "shared") if shared else None
    return None


def _after(table: Tokens, cue: int, template: str, manner: str) -> Attribution | None:
    """Return the attribution to the source after the cue, as matched by the one group of `template`."""
    match = expression(template).match(table.classes, cue + 1)
    if match is None:
        return None
    source = describe(table, *match.span(1))
    is_vague = source.kind == "descriptor" or (manner == "noun" and source.kind == "crowd")
    return None if manner in ("agent", "noun") and is_vague else Attribution(source, cue, manner)


def _inverted(table: Tokens, cue: int, place: _Place) -> Attribution | None:
    """Return the attribution of "…, said Smith": the source after a cue that follows a quotation or a comma."""
    word = table.words[cue].lower()
    if word in _NEVER_INVERTED or (table.classes[cue - 1] != '"' and word not in _INVERTED):
        return None
    match = expression("~?((?=[NDAYQOnEICjJcRSauhM]){noun_phrase}|r)").match(table.classes, cue + 1)
    if match is None:
        return None
    source = describe(table, *match.span(1))
    ends = table.classes[match.end() : match.end() + 1] in ("|", "¶", ",", ";", "w", "-", "(", "")
    if table.classes[cue - 1] in "|¶" and table.classes[match.end() : match.end() + 1] not in (",", ":"):
        return None
    if table.classes[cue - 1] in ",-" and not ends and subject(table, cue, place.first, place.floor):
        return None
    if (
        source.kind in ("descriptor", "pronoun")
        or word not in cue_group("plain")
        or (source.kind == "crowd" and source.number != "many")
    ) and not ends:
        return None
    return Attribution(source, cue, "inverted")
