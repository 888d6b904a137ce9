"""Find footnote markers: superscript numbers, and numbers in square brackets."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.layers.shared import code
from textlint.span import Edit, Finding
from textlint.startup import patterns

_RAISED = patterns.expression(r"(?<=[^\W\d_]|[.,;:!?”\"’)])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,4}(?![\w])")
_BRACKETED = patterns.expression(r"(?<=[\w.,;:!?”\"’)])(?:\[[1-9]\d{0,2}\]){1,8}(?=[\s.,;:!?”)—–-]|\Z)")
_POWER = patterns.expression(
    r"(?:^|[\s\d(/·.,$€£-])(?:[a-zA-Zµ]{1,2}|mi|ft|yd|in|km|cm|mm|dm|nm|sec|meters?|metres?|feet|miles?|inch(?:es)?|sq|[A-Z][A-Za-z]?)$"
)
_FEWEST = 3  # this many bracketed numbers are a habit of the text; chosen by reading, not measured


def check(document: Document) -> Iterator[Finding]:
    """Yield footnote markers that directly follow a word or punctuation mark.

    Superscript numbers after a unit or a single letter are exponents. Numbers in brackets count if there are at least
    three of them or if one of them is 1, because a single one may mean something else.
    """
    text = document.text
    held = document.layer(code.build)
    found = []
    if not text.isascii():
        for match in _RAISED.finditer(text):
            if not _POWER.search(text, max(0, match.start() - 8), match.start()):
                found.append(match.span())
    if "[" in text:
        marks = [match.span() for match in _BRACKETED.finditer(text)]
        if len(marks) >= _FEWEST or any(text.startswith("[1]", start) for start, _ in marks):
            found += marks
    for start, end in sorted(found):
        if not held.is_subject and not held.holds(start):
            yield Finding(start, end, edits=(Edit(start, end, ""),))
