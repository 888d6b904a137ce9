"""Find numbered lists and headings in which a number is missing."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.span import Finding, Span
from textlint.startup import patterns
from textlint.startup.values import NamedTuple

_NUMBERED = patterns.expression(r"[ \t]*(?P<number>[1-9]\d?)(?P<mark>[.):])[ \t\u00a0]+(?=[^\W\d_]|[\"“‘'(])")
_FEWEST = 2  # items of a list that starts at 2; one alone may be a stray number; chosen by reading, not measured


class _Item(NamedTuple):
    span: Span
    number: int
    mark: str


def check(document: Document) -> Iterator[Finding]:
    """Yield the number after each missing one, in a list that starts with 2, 3 or that skips one number.

    A list is a series of lines that start with growing numbers, followed by the same punctuation mark. A list that
    starts with a number above 2 may be part of a longer one, and one that skips several numbers is not a list; both are
    left alone.
    """
    for items in _lists(document):
        if items[0].number == 2 and len(items) >= _FEWEST and items[1].number == 3:
            yield Finding(*items[0].span, {"number": "1"})
        for before, item, after in zip(items, items[1:], items[2:], strict=False):
            if item.number == before.number + 2 and after.number == item.number + 1:
                yield Finding(*item.span, {"number": str(before.number + 1)})


def _lists(document: Document) -> Iterator[list[_Item]]:
    items: list[_Item] = []
    text = document.text
    for start, end in document.lines.bounds():
        first = text[start : start + 1]
        if not (first.isdigit() or first.isspace()):
            continue
        match = _NUMBERED.match(text, start, end)
        if match is None:
            continue
        item = _Item(Span(match.start("number"), match.end("mark")), int(match["number"]), match["mark"])
        if items and not (item.number > items[-1].number and item.mark == items[-1].mark):
            yield items
            items = []
        items.append(item)
    if items:
        yield items
