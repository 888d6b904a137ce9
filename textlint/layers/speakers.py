"""Who speaks each quotation: the source in its sentence, behind it, or carried over from the quotation before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.attributions import Attribution, attributions
from textlint.layers.grammar import expression
from textlint.layers.sources import describe
from textlint.layers.subjects import first_subject
from textlint.layers.tokens import Tokens, tokens
from textlint.quotations import Quotation

_SHORT_SENTENCE = 9  # tokens of a sentence that does nothing but lead to the quotation behind it
_FEW_WORDS = 4  # of fewer quoted words inside a sentence nobody need be the speaker

_PASSIVE = re.compile("=~*[dPh][sit]?\\Z")  # "was called "…""


class Speech(NamedTuple):
    """A quotation and the attribution that gives its speaker.

    `token` is the index of the quotation's token. `attribution` is None where no speaker was found. `how` is "sentence"
    (said in the quotation's own sentence), "clause" (the subject of its sentence, which no verb of speech ties to it), "neighbour" (in the sentence before or behind), "continued" (the speaker of the
    quotation before goes on). Where no speaker was found, it is "open" (the quotation before never closed, and this one goes
    on), "introduced" (a colon led to it), "inside" (part of a sentence that has a subject of its own) or "" (nobody at all).
    """

    quotation: Quotation
    token: int
    attribution: Attribution | None
    how: str


def speeches(document: Document) -> list[Speech]:
    """Return every quotation of `document` with its speaker, in order; a layer."""
    table = document.layer(tokens)
    found = document.layer(attributions)
    cues = [attribution.cue for attribution in found]
    result: list[Speech] = []
    position = table.classes.find('"')
    while position >= 0:
        result.append(_speech(table, found, cues, position, result))
        position = table.classes.find('"', position + 1)
    return result


def _speech(table: Tokens, found: list[Attribution], cues: list[int], token: int, before: list[Speech]) -> Speech:
    quotation = table.quotation_at(token)
    first, last = sentence_bounds(table, token)
    here = found[bisect_left(cues, first) : bisect_right(cues, last)]
    if chosen := _in_sentence(table, here, token) or _beside(table, token, first, last):
        return Speech(quotation, token, chosen, "sentence")
    opens = token == first or table.classes[token - 1] in '|¶!"'
    if (
        not opens and table.text.count(" ", quotation.start, quotation.end) + 1 < _FEW_WORDS
    ):  # a title, a nickname, a scare quote
        return Speech(quotation, token, None, "")
    previous = before[-1] if before else None
    if previous and previous.attribution and _follows(table, previous.token, token, opens):
        return Speech(quotation, token, previous.attribution, "continued")
    if opens and _goes_on(table, previous, token):
        return Speech(quotation, token, None, "open")
    if opens and (behind := _behind(table, found, cues, last)):
        return Speech(quotation, token, behind, "neighbour")
    if opens and (ahead := _ahead(table, found, cues, first)):
        return Speech(quotation, token, ahead, "neighbour")
    if source := first_subject(table, first, token):
        return Speech(quotation, token, Attribution(source, -1, "subject"), "clause")
    if opens:
        return Speech(quotation, token, None, "introduced" if table.classes[:token].rstrip("¶").endswith(":") else "")
    return Speech(quotation, token, None, "" if _PASSIVE.search(table.classes, first, token) else "inside")


def sentence_bounds(table: Tokens, token: int) -> tuple[int, int]:
    """Return the first token of the sentence that holds `token`, and the token that ends it."""
    classes = table.classes
    first = max(classes.rfind("|", 0, token), classes.rfind("¶", 0, token)) + 1
    ends = [end for end in (classes.find("|", token), classes.find("¶", token)) if end >= 0]
    return first, min(ends, default=len(classes))


def _in_sentence(table: Tokens, here: list[Attribution], token: int) -> Attribution | None:
    """Choose among the attributions of the quotation's own sentence: right behind it, then before it, then further on."""
    classes = table.classes
    ahead = [item for item in here if item.cue < token]
    if ahead and classes[token - 1] == ":" and not table.is_open_ended(token):
        return ahead[-1]
    after = [item for item in here if min(item.cue, item.source.first) > token]
    for item in after:
        start = min(item.cue, item.source.first)
        gap = classes[token + 1 : start]
        new_sentence = "!" in gap and item.manner != "inverted" and classes[item.cue + 1] not in '|,¶i~s"'
        if len(gap) <= 2 and not gap.strip(",!-~&.") and not new_sentence:
            return item
    if ahead:
        return ahead[-1]
    return after[0] if after and "!" not in classes[token + 1 : after[0].cue] else None


def _beside(table: Tokens, token: int, first: int, last: int) -> Attribution | None:
    """Return the speaker beside a quotation, whatever the verb: "…," he continued; as Jones put it: "…"."""
    if (token + 1 < last and table.classes[token + 1] in ",!NrDYAe") or (
        token + 1 < last and table.classes[token + 1] in "hudzvb"
    ):
        match = expression("[,!]?((?:{noun_phrase}|[re])),?~?(?=[hudzvPVbxX])").match(table.classes, token + 1)
        if match and _ends_open(table, token):
            named = describe(table, *match.span(1))
            if table.classes[named.head] in "NrRSaeMXjJcu":
                return Attribution(named, match.end(), "subject")
        match = expression("[,!]?[hudzvb]((?=[DN]){noun_phrase})(?=[,|¶])").match(table.classes, token + 1)
        if match and _ends_open(table, token):
            return Attribution(describe(table, *match.span(1)), match.start(1) - 1, "inverted")
    if token > first and table.classes[token - 1] in ":,":
        match = expression("({words})[:,]").search(table.classes, max(first, token - 6), token)
        if match and table.classes[token - 1] == ":" and match.end() == token:
            named = describe(table, *match.span(1))
            if table.classes[named.head] == "N":
                return Attribution(named, -1, "subject")
        clause = max(table.classes.rfind(mark, first, token - 1) for mark in ",;&sk-") + 1
        source = first_subject(table, max(first, clause), token) or first_subject(table, first, token)
        if source:
            return Attribution(source, -1, "subject")
    return None


def _ends_open(table: Tokens, token: int) -> bool:
    """Say whether the quotation's last mark is one after which its sentence goes on."""
    end = table.quotation_at(token).end
    return end > 1 and (table.classes[token + 1] in ",!" or table.is_open_ended(token))


def _follows(table: Tokens, previous: int, token: int, opens: bool) -> bool:
    """Say whether a quotation goes on with the speaker of the one at token `previous`."""
    between = table.classes[previous + 1 : token]
    if "¶" not in between:
        return opens or "|" not in between
    return (opens and between.strip("¶|!,") == "") or (
        opens and between.rstrip("¶").count("¶") <= 1 and table.classes[token - 1] == "¶"
    )


def _goes_on(table: Tokens, previous: Speech | None, token: int) -> bool:
    """Say whether the quotation before stayed open at the end of its paragraph, and this one opens the next."""
    if previous is None or previous.quotation.is_closed:
        return False
    return table.classes[previous.token + 1 : token].strip("|!¶") == ""


def _behind(table: Tokens, found: list[Attribution], cues: list[int], last: int) -> Attribution | None:
    """Return the first attribution of the sentence that follows in the same paragraph."""
    if table.classes[last : last + 1] != "|":
        return None
    first, end = sentence_bounds(table, last + 1)
    here = found[bisect_left(cues, first) : bisect_right(cues, end)]
    return here[0] if here else None


def _ahead(table: Tokens, found: list[Attribution], cues: list[int], first: int) -> Attribution | None:
    """Return the last attribution of the sentence before, even at the end of the paragraph before."""
    end = len(table.classes[:first].rstrip("¶|!")) - 1
    if end < 0:
        return None
    start, _ = sentence_bounds(table, end)
    here = found[bisect_left(cues, start) : bisect_right(cues, end)]
    if here:
        return here[0]
    leads = end - start <= _SHORT_SENTENCE or "M" in table.classes[start:end]  # "Howard went on."; "she sent a letter"
    source = first_subject(table, start, end) if leads else None
    return Attribution(source, -1, "subject") if source and source.kind in ("named", "pronoun") else None
