"""Find places where words are missing, as after a link was dropped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Finding
from textlint.startup import patterns

_ALONE = r"(?<![\w’'“‘\"./@&+;–—-])"
_DETERMINER = r"(?:the|a|an|its|their|your|our|my|every)"
_VERB = "is|are|was|were|has|have|had"
# Words that cannot follow a determiner; not "will", "can", "must", "while" and "why", which are nouns as well.
_NOT_AFTER_DETERMINER = (
    f"of|from|to|in|on|at|by|for|with|and|but|or|{_VERB}|would|could|should|who|which|that|than|when|where|because|if|he|"
    "she|they|we|it|into|about|between|since|until|whose|during|before|after"
)
_BEFORE_MARK = (
    "of|to|in|on|at|by|with|from|for|and|or|as|into|about|between|via|than|including|during|against|within|because|called|"
    "titled|is|are|was|were|be|this|these|that|who|while|if|when"
)
_NO_SLIP = rf"(?! (?:{_VERB}|from))"  # "its is" and "your from" are misspellings of "it's" and "you're"
_PATTERNS = {
    "between": (
        rf"(?:(?:(?<=[ \n(\[])|\A)(?:the|(?:their|your|every){_NO_SLIP})|(?<= )(?:an?|our|its{_NO_SLIP})) "
        rf"(?:{_NOT_AFTER_DETERMINER})(?= )"
    ),
    "before_mark": (
        rf"{_ALONE}(?:{_DETERMINER}|{_BEFORE_MARK}) (?:[,;:](?![-()dDpPoO])|\)|\.(?=\s|$)(?!\s?\.))"
    ),
    "brackets": (
        r"(?<![\w\])])(?:\([ \t\u00a0\r\n]{0,9}\)|(?<![-*+] )\[[ \t\u00a0\r\n]{0,9}\])|“[ \t\u00a0]{0,9}”|"
        r"[(\[][ \t\u00a0\r\n]{0,9}[,;]|[,;][ \t\u00a0\r\n]{1,9}[)\]]"
    ),
    "marks": r"[,;:](?<=[\w”\"’)\]].)(?: ?[,;](?![-)])| \.(?=\s|$)(?!\s?\.))|[.!?](?<=[\w”\"’)\]].) [,;](?=\s)",
    "sentence": r"\. (?P<first>(?!https?|www|pic\b|com\b)[a-z][a-z’'-]{0,40})(?![\w./@:(])",
}  # fmt: skip
# What comes before a lowercase sentence: a word that does not look like an abbreviation.
_SENTENCE_BEFORE = patterns.expression(
    r"(?<![\w.@/’'-])(?P<last>[a-z](?!\w{0,30}-[A-Z])[\w’'-]{2,30}|[A-Z][\w’'-]{5,30}|\d{1,9}%?)[)”\"’]?\Z"
)
_LONGEST_BEFORE = 40  # code points before a sentence that are read for the last word; chosen to hold any but odd words
_CLOSE = patterns.expression(r"(?:(?<![A-Z])[.!?…]|[”\"’)])[”\"’)]*\s*$")
_NO_HEAD = rf"(?P<first>(?:{_VERB}|will|would|can|and|with|into|through|who|which)(?= )|[,;.](?= [^\W\d_]))"
_HEADLESS = patterns.expression(_NO_HEAD)
_LATER_HEADLESS = patterns.expression("\n" + _NO_HEAD)
_HEADLESS_START = patterns.expression(r"(?P<first>[a-z]{2,}(?=[ ,])|[,;.](?= [^\W\d_]))")
_ABBREVIATIONS = frozenset("etc vs approx est govt dept incl min max misc ext cont corp inc ltd".split())
_ENTITY = patterns.expression(r"&#?\w{1,10};\Z")
_LEAST_LINE = 40  # code points of a paragraph; shorter lines are captions and labels; chosen by reading, not measured


def check(document: Document, kind: str) -> Iterator[Finding]:
    """Yield a finding for each place where words are missing, never with a fix, because the words are unknown.

    `kind` is "between" (a determiner before a word that cannot follow it), "before_mark" (a function word before a
    punctuation mark), "brackets" (empty brackets or quotation marks), "marks" (two punctuation marks with nothing
    between them), "sentence" (a sentence that starts in lowercase) or "paragraph" (a paragraph that starts with a verb
    or a punctuation mark).
    """
    if kind == "paragraph":
        yield from _headless_paragraphs(document)
        return
    text = document.text
    for match in _compiled(kind).finditer(text):
        start, end = match.span()
        if kind == "sentence":
            before = _SENTENCE_BEFORE.search(text, max(start - _LONGEST_BEFORE, 0), start)
            if not before or before["last"].lower() in _ABBREVIATIONS or document.is_hard_wrapped:
                continue
            start, end = match.span("first")
        elif kind == "marks" and _ENTITY.search(text, max(start - 12, 0), start + 1):
            continue
        if not document.layer(code.build).holds(match.start()):
            yield Finding(start, end)


def _headless_paragraphs(document: Document) -> Iterator[Finding]:
    """Yield paragraphs without a beginning, unless the paragraph before continues in them or many lines look like them.

    After the first line, lowercase lines are often list items and captions, so there the first word must be one that
    cannot start a sentence.
    """
    text = document.text
    if "\r" not in text and not (_LATER_HEADLESS.search(text) or _HEADLESS_START.match(text.lstrip())):
        return
    if document.is_hard_wrapped:
        return
    found = []
    lines = 0
    previous_closes = True
    for start, end in document.lines:
        line = text[start:end]
        if not line.strip():
            continue
        lines += 1
        match = (_HEADLESS if lines > 1 else _HEADLESS_START).match(line)
        if match and previous_closes and len(line) >= _LEAST_LINE and _CLOSE.search(line):
            found.append(Finding(start, start + match.end("first")))
        previous_closes = bool(_CLOSE.search(line))
    if len(found) < 2 or len(found) * 4 <= lines:
        yield from found


@cache
def _compiled(kind: str) -> patterns.Pattern[str]:
    return patterns.expression(_PATTERNS[kind])
