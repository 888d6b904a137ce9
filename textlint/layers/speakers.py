"""Who speaks each quotation: the source in its sentence, behind it, or carried over from the quotation before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from textlint.document import Document
from textlint.layers.attributions import Attribution, attributions
from textlint.layers.tokens import Tokens, tokens
from textlint.quotations import Quotation


class Speech(NamedTuple):
    """A quotation and the attribution that gives its speaker.

    `token` is the index of the quotation's token. `attribution` is None where no speaker was found. `how` is "sentence"
    (said in the quotation's own sentence), "neighbour" (in the sentence before or behind), "continued" (the speaker of the
    quotation before goes on) or "".
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
    if chosen := _in_sentence(table, here, token):
        return Speech(quotation, token, chosen, "sentence")
    opens = token == first or table.classes[token - 1] in "|¶!"
    previous = before[-1] if before else None
    if previous and previous.attribution and _follows(table, previous.token, token, opens):
        return Speech(quotation, token, previous.attribution, "continued")
    if opens and (behind := _behind(table, found, cues, last)):
        return Speech(quotation, token, behind, "neighbour")
    if opens and (ahead := _ahead(table, found, cues, first)):
        return Speech(quotation, token, ahead, "neighbour")
    return Speech(quotation, token, None, "")


def sentence_bounds(table: Tokens, token: int) -> tuple[int, int]:
    """Return the first token of the sentence that holds `token`, and the token that ends it."""
    classes = table.classes
    first = max(classes.rfind("|", 0, token), classes.rfind("¶", 0, token)) + 1
    ends = [end for end in (classes.find("|", token), classes.find("¶", token)) if end >= 0]
    return first, min(ends, default=len(classes))


def _in_sentence(table: Tokens, here: list[Attribution], token: int) -> Attribution | None:
    """Choose among the attributions of the quotation's own sentence: right behind it, then before it, then further on."""
    after = [item for item in here if min(item.cue, item.source.first) > token and item.cue > token]
    for item in after:
        gap = table.classes[token + 1 : min(item.cue, item.source.first)]
        if len(gap) <= 2 and not gap.strip(",!-~&."):
            return item
    ahead = [item for item in here if item.cue < token]
    if ahead:
        return ahead[-1]
    return after[0] if after else None


def _follows(table: Tokens, previous: int, token: int, opens: bool) -> bool:
    """Say whether a quotation goes on with the speaker of the one at token `previous`."""
    between = table.classes[previous + 1 : token]
    if "¶" not in between:
        return opens or "|" not in between
    return (opens and between.strip("¶|!,") == "") or (opens and between.rstrip("¶").count("¶") <= 1 and table.classes[token - 1] == "¶")


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
    return here[-1] if here else None
