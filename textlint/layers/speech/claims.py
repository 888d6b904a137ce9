"""Find quantities that are claims about the world, and whether the text names their source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.speech.attributions import Attributions, attributions
from textlint.layers.speech.cues import Attribution
from textlint.layers.speech.signs import DOTTED_NUMBER, ODD_SHARE, PLAIN_NUMBER, SHARE, any_of
from textlint.layers.speech.tokens import Tokens, tokens
from textlint.layers.speech.vocabulary import cue_group, quantities
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_NUMBER = patterns.expression(r"[0n]+")
_YEAR = patterns.expression(r"(?:1[5-9]|20)\d\d(?:s|-\d\d)?$")
_PLAIN = patterns.expression(r"[\d,.]+%?$")
_NOBODY = ("expert", "insider", "crowd")  # unnamed sources do not count for figures in other sentences
_POLL = patterns.expression(r"\b(?:polls?|surveys?|pollsters?|survey(?:ed)?)\b")
# A text with as many mentions is about a poll, which is the source of its shares; chosen by reading, not measured.
_POLL_MENTIONS = 3
_NOTE = (["Editor", "'s", "note"], ["Editor", "'s", "Note"])
_RECORD = patterns.expression(
    r"\b(?:surveys?|polls?|study|researchers|respondents|data|figures|statistics|census|reports?|filings?|records|estimates?|according to|tally|database|forecasts?|index)\b",
    patterns.IGNORECASE,
)
_NAMED_BY_FIGURE = frozenset("uNMXhHbcCjJEIRSa")  # classes that may follow a figure that is part of a name
_ANY_SHARE = patterns.expression(f"[{SHARE}{ODD_SHARE}]")
_LONGEST_END = len(" to ")  # of the words of a record after the one in the list "record"
_IN_TEN = patterns.expression(r"\b\w+ in (?:10|ten|five|three|four)\b")
_AROUND = 150  # tokens around a sentence to search its paragraph for a vote; chosen by reading, not measured
# Words; in longer ones only the neighboring sentences can provide a source; chosen by reading, not measured.
_LONG_PARAGRAPH = 110


class Statistic(NamedTuple):
    """A quantity, in code points, and the attribution that gives its source, or None if there is none."""

    start: int
    end: int
    token: int
    attribution: Attribution | None
    is_sourced: bool


def statistics(document: Document) -> list[Statistic]:
    """Return the quantities of `document` that need a source, at most one per sentence, in order; a layer."""
    return list(_statistics(document))


def _statistics(document: Document) -> Iterator[Statistic]:
    table = document.layer(tokens)
    found = document.layer(attributions)
    done = -1
    for match in _NUMBER.finditer(table.classes):
        if match.start() < done or not _may_count(table, *match.span()):
            continue
        span = _quantity(table, match.start(), match.end())
        if span is None or _is_attribute(table, *span) or _is_idiom(table, *span):
            continue
        first, last = table.sentence(match.start())
        if _is_no_count(document, table, first, last) or table.words[first : first + 3] in _NOTE:
            done = last
            continue
        done = last
        here = [item for item in found.between(first, last) if _informs(table, item)]
        start, end = table.span(*span)
        yield Statistic(
            start,
            end,
            match.start(),
            here[0] if here else None,
            bool(here) or _is_sourced(table, found, first, last),
        )


def _may_count(table: Tokens, first: int, last: int) -> bool:
    """Return whether the number at tokens `first` to `last` may be a quantity, as a quick test, since most are not."""
    sign = table.signs[first]
    if sign == SHARE:
        return True
    return sign in (PLAIN_NUMBER, DOTTED_NUMBER) and (
        any_of("amount").search(table.signs, last, last + 4) is not None or "," in table.words[first]
    )


def _quantity(table: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Return the tokens of the quantity whose number is at tokens `first` to `last`, or None if it is not a claim."""
    words, known = table.words, quantities()
    number = words[first]
    following = [word.lower() for word in words[last : last + 5]]
    if table.classes[first] == "0":
        if not _PLAIN.match(number):
            return None
        percent = number.endswith("%") or following[:1] in (["%"], ["percent"]) or following[:2] == ["per", "cent"]
        if percent:
            end = last + (0 if number.endswith("%") else 1 if following[0] != "per" else 2)
            return _approximated(table, first), end
        if _YEAR.match(number) and not any(word in known.units for word in following[:2]):
            return None
        if following[:1] and following[0] in known.magnitudes:
            return _approximated(table, first), last + 1
        unit = next((index for index, word in enumerate(following[:4]) if word in known.units), None)
        if unit is not None and not patterns.search("[^uhNcCEIjJMX~n0]", table.classes[last : last + unit]):
            return _approximated(table, first), last + unit + 1
        if following[:1] == ["per"] and following[1:2] and following[1] in ("day", "year", "month", "week", "capita"):
            return _approximated(table, first), last + 2
        if "," in number and table.words[_approximated(table, first)] not in (number, "$", "£", "€"):
            return _approximated(table, first), last
    return None


def _is_attribute(table: Tokens, first: int, last: int) -> bool:
    """Return whether the quantity is part of a name ("a $2 billion jobs program"), unlike "a 9 percent rise"."""
    before = first - 1
    while before >= 0 and table.classes[before] in "u$~":
        before -= 1
    following = table.classes[last : last + 1]
    if before < 0 or table.classes[before] not in "DAY'" or not following or following not in _NAMED_BY_FIGURE:
        return False
    return quantities().changes.isdisjoint(word.lower() for word in table.words[last : last + 3])


def _is_idiom(table: Tokens, first: int, last: int) -> bool:
    """Return whether the figure is an idiom: "100 percent American", "the top 1 percent"."""
    if table.words[first - 1 : first] in (["top"], ["bottom"], ["Fortune"]):
        return True
    if [word.lower() for word in table.words[last : last + 1] if word.lower() in quantities().measures] or table.words[
        first - 2 : first
    ] in (["crowd", "of"], ["audience", "of"]):
        return True  # measured, or observed by the reporter
    return table.words[first] in ("100", "110", "1000", "0") and table.classes[last : last + 1] not in ("f", "i")


def _is_no_count(document: Document, table: Tokens, first: int, last: int) -> bool:
    """Return whether tokens `first` to `last` are about a wish, vote results, or the poll that the text is about."""
    signs = table.signs
    start, end = table.paragraph(first)
    start, end = max(start, first - _AROUND), min(end, last + _AROUND)
    if any_of("wish").search(signs, first, last) or any_of("delegate").search(signs, start, end):
        return True
    is_share = any_of("share").search(signs, first, last) or _ANY_SHARE.search(signs, first, last)
    if is_share or _IN_TEN.search(table.masked, table.starts[first], table.end(last - 1)):
        in_results = any_of("election").search(signs, start, end)
        return bool(in_results or any_of("tally").search(signs, first, last)) or document.layer(_is_about_poll)
    return False


def _is_about_poll(document: Document) -> bool:
    """Return whether the text is about a poll; a layer."""
    folded = document.folded
    if folded.count("poll") + folded.count("survey") < _POLL_MENTIONS:
        return False
    return len(_POLL.findall(folded)) >= _POLL_MENTIONS


def _approximated(table: Tokens, first: int) -> int:
    """Return the first token of words such as "more than" before a number, or `first` if there are none."""
    while first and table.words[first - 1] in "$£€":
        first -= 1
    before = table.words[first - 1].lower() if first else ""
    for phrase in _approximators().get(before, ()):
        size = len(phrase)
        if first >= size and [word.lower() for word in table.words[first - size : first]] == phrase:
            return first - size
    return first


@cache
def _approximators() -> dict[str, list[list[str]]]:
    """Return the words of the phrases that may precede a number, by their last word, in the order of the list."""
    found: dict[str, list[list[str]]] = {}
    for phrase in quantities().approximators:
        words = phrase.split()
        found.setdefault(words[-1], []).append(words)
    return found


def _informs(table: Tokens, attribution: Attribution) -> bool:
    """Return whether the cue can attribute a figure."""
    return attribution.manner == "according" or table.words[attribution.cue].lower() in cue_group("informing")


def _is_sourced(table: Tokens, found: Attributions, first: int, last: int) -> bool:
    """Return whether a short paragraph or a neighboring sentence names a source for tokens `first` to `last`.

    Within the paragraph, any named source with an informing cue counts. A sentence of the previous or next paragraph
    must contain figures or name a record, since it may be about something else.
    """
    classes = table.classes
    start, end = table.paragraph(first)
    before, behind = _neighbours(table, first, last)
    if end - start > _LONG_PARAGRAPH:
        start, end = max(start, before), min(end, behind)
    near = found.between(start, end)
    if any(item.source.kind not in _NOBODY and _informs(table, item) for item in near):
        return True
    if _names_record(table, start, end):
        return True
    for first_near, last_near in ((before, first), (last, behind)):
        near = found.between(first_near, last_near)
        has_source = any(item.source.kind not in _NOBODY and _informs(table, item) for item in near)
        if (has_source and patterns.search("[0n]", classes[first_near:last_near])) or _names_record(
            table, first_near, last_near
        ):
            return True
    return False


def _neighbours(table: Tokens, first: int, last: int) -> tuple[int, int]:
    """Return the start of the previous sentence and the end of the next one, ignoring paragraphs."""
    end_before = table.end_before(first)
    before = table.sentence(end_before)[0] if end_before >= 0 else first
    start_behind = last
    while start_behind < len(table.classes) and table.classes[start_behind] in "|¶!":
        start_behind += 1
    return before, table.sentence(start_behind)[1]


def _names_record(table: Tokens, start: int, end: int) -> bool:
    """Return whether tokens `start` to `end` name a survey, report or other record."""
    for match in any_of("record").finditer(table.signs, start, end):
        token = match.start()
        if _RECORD.search(table.masked, table.starts[token], table.end(token) + _LONGEST_END):
            return True
    return False
