"""Turn matches of phrases, patterns and blocks into findings, if their line, zone and nearby cues meet the conditions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from textlint.document import Document
from textlint.matching.expressions import compile_expression
from textlint.matching.matcher import Match
from textlint.rule import Rule
from textlint.span import Cue, Edit, Finding, Span
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_INK = patterns.expression(r"\S")
_WORDS_BESIDE = patterns.expression(r"[^ \t\u00a0.:;,*|•·–—\-»«>]")


class Judgement(NamedTuple):
    """Whether a match is a finding.

    `failed` is the first condition that is not met, as a key of the rule's `[where]` table ("block" if no line ends the
    block), or "" if all are met. `span` is what to report, and `kinds` are the kinds of cue nearby. Both are only set if
    `failed` is "" or "evidence".
    """

    failed: str
    span: Span = Span(0, 0)
    kinds: Sequence[str] = ()


def judge(document: Document, rule: Rule, match: Match) -> Iterator[Finding]:
    """Yield the finding for a match, if it meets all conditions of the rule's `where`."""
    judged = judgement(document, rule, match)
    if not judged.failed:
        yield _finding(document, rule, match, judged.span, judged.kinds)


def judgement(document: Document, rule: Rule, match: Match) -> Judgement:
    """Return whether a match meets all conditions of the rule's `where`, or the first that it fails."""
    where = rule.where
    index = document.lines.index_at(match.start)
    if where.alone and not _is_alone(document, match, index):
        return Judgement("alone")
    if (where.max_words or where.unless) and (failed := _failed_on_line(document, rule, index)):
        return Judgement(failed)
    if not where.quoted and document.is_quoted(match.start, match.end):
        return Judgement("quoted")
    span = _block(document, rule, index) if rule.check == "block" else _span(document, rule, match)
    if span is None:
        return Judgement("block")
    if where.zones and _zone(document, match.start) not in where.zones:
        return Judgement("zones")
    kinds = _kinds_near(document, rule, span)
    return Judgement("evidence" if len(kinds) < where.evidence else "", span, kinds)


def _is_alone(document: Document, match: Match, index: int) -> bool:
    """Return whether line `index` contains nothing but the match, spaces and punctuation."""
    start, end = document.lines[index]
    text = document.text
    return not (_WORDS_BESIDE.search(text, start, match.start) or _WORDS_BESIDE.search(text, match.end, end))


def _failed_on_line(document: Document, rule: Rule, index: int) -> str:
    """Return "max_words" if line `index` is too long for the rule, "unless" if it matches an `unless` expression, or "".

    The answer for each rule's last line is cached, because matches come in text order: an article on one line, with a
    match in every sentence, would otherwise be searched again for each match.
    """
    last = document.layer(_last_line_judged)
    if rule.code not in last or last[rule.code][0] != index:
        line = document.lines[index]
        words = document.text[line.start : line.end]
        where = rule.where
        failed = ""
        if where.max_words and len(words.split(None, where.max_words)) > where.max_words:
            failed = "max_words"
        elif any(compile_expression(each, True).search(words) for each in where.unless):
            failed = "unless"
        last[rule.code] = (index, failed)
    return last[rule.code][1]


def _last_line_judged(document: Document) -> dict[str, tuple[int, str]]:
    """Return the last line and its answer by rule code: a layer, empty until `_failed_on_line` fills it."""
    return {}


def _finding(document: Document, rule: Rule, match: Match, span: Span, kinds: Sequence[str]) -> Finding:
    notes = (
        (f"near: {', '.join(kinds)}",) if kinds and (rule.where.evidence or (rule.fix and rule.fix.evidence)) else ()
    )
    values = {} if match.match is None else {name: text or "" for name, text in match.match.groupdict().items()}
    if rule.fix is None:
        return Finding(span.start, span.end, values, notes=notes)
    enough = len(kinds) >= rule.fix.evidence
    replacement = rule.fix.replacement
    if match.match is not None and "\\" in replacement:
        replacement = match.match.expand(replacement)
    edit = Edit(*_with_break(document, span), "") if not replacement else Edit(span.start, span.end, replacement)
    return Finding(span.start, span.end, values, (edit,), notes, None if enough else rule.fix.otherwise)


def _span(document: Document, rule: Rule, match: Match) -> Span:
    if rule.span == "match":
        return Span(match.start, match.end)
    if rule.span == "line":
        return document.lines[document.lines.index_at(match.start)]
    found = bisect_right(document.paragraphs, match.start, key=lambda span: span.start) - 1
    if found < 0 or document.paragraphs[found].end < match.start:
        return Span(match.start, match.end)  # on a blank line, which is in no paragraph
    return document.paragraphs[found]


def _block(document: Document, rule: Rule, first: int) -> Span | None:
    """Return the span from line `first` to the line that ends the block, or None if none within `max_lines` does."""
    lines, parameters = document.lines, rule.parameters
    ends = [compile_expression(expression, True) for expression in parameters["end"]]
    for index in range(first + 1, min(first + parameters["max_lines"] + 1, len(lines))):
        start, end = lines[index]
        if any(expression.search(document.text[start:end]) for expression in ends):
            last = index if parameters["include_end"] else index - 1
            return Span(lines[first].start, lines[last].end)
    return None


def _with_break(document: Document, span: Span) -> Span:
    """Return the span, with the next line break if it covers whole lines, so that deleting it leaves no blank line."""
    first = document.lines[document.lines.index_at(span.start)]
    last_index = document.lines.index_at(span.end)
    whole = not _INK.search(document.text, first.start, span.start) and not _INK.search(
        document.text, span.end, document.lines[last_index].end
    )
    return Span(first.start, document.lines.with_break(last_index).end) if whole else span


def _zone(document: Document, offset: int) -> str:
    from textlint.layers.page.zones import zones

    return document.layer(zones).at(offset)


def _kinds_near(document: Document, rule: Rule, span: Span) -> list[str]:
    """Return the kinds of the cues near `span`, other than the rule's own, in alphabetical order."""
    if not document.cues or not (rule.where.evidence or (rule.fix and rule.fix.evidence)):
        return []
    return sorted({cue.kind for cue in cues_near(document, span, rule.where.near)} - {rule.cue})


def cues_near(document: Document, span: Span, near: int) -> tuple[Cue, ...]:
    """Return the cues at most `near` lines away from `span`, in order.

    Blank lines are not counted, because scraped pages may have any number of them.
    """
    worded = document.layer(_worded_lines)
    low = _reach(document, worded, span.start, -near)
    high = _reach(document, worded, span.end, near)
    first = bisect_left(document.cues, low, key=lambda cue: cue.start)
    last = bisect_left(document.cues, high, key=lambda cue: cue.start)
    return document.cues[first:last]


def _worded_lines(document: Document) -> list[int]:
    """Return the numbers of the lines that are not blank; a layer."""
    return [
        number
        for number, (start, end) in enumerate(document.lines)
        if not document.text[start:end].isspace() and end > start
    ]


def _reach(document: Document, worded: list[int], offset: int, steps: int) -> int:
    """Return the offset `steps` nonblank lines away, or that of the start or end of the text if there are fewer lines."""
    place = bisect_left(worded, document.lines.index_at(offset)) + steps
    if place < 0:
        return 0
    if place >= len(worded):
        return len(document.text) + 1
    line = document.lines[worded[place]]
    return line.start if steps < 0 else line.end + 1
