"""Find headers and footers of printed pages: recurring lines with a growing page number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from textlint.document import Document
from textlint.span import Edit, Finding
from textlint.startup import patterns

_NUMBER = patterns.expression(r"(?<![\w.,])\d{1,4}(?![\w.,]\d)(?!\w)")
_HEADING = patterns.expression(
    r"(?i)\b(?:chapter|part|section|day|week|month|year|round|question|step|no|number|lesson|episode|season|phase|game|set|"
    r"figure|fig|table|lap|stage|group|act|scene|article|item|tip|rule|point|photo|image|picture|page|slide|quarter|race|"
    r"match|test|advertisement|advert|ad|level|volume|issue|book|verse|psalm|case|exhibit)s?\b"
)
_PAGES = 3  # this many lines that differ only in a growing number; chosen by reading, not measured
_WORDS = range(2, 13)


def check(document: Document) -> Iterator[Finding]:
    """Yield lines of a few words that recur at least three times and differ only in a number that grows.

    The number is first or last on the line, and there are other lines in between. Numbered headings are left alone.
    """
    alike: dict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for index, (start, end) in enumerate(document.lines.bounds()):
        if not 4 <= end - start <= 120:
            continue
        line = document.text[start:end].strip()
        if not (line[:1].isdigit() or line[-1:].isdigit()) or len(line.split()) not in _WORDS:
            continue
        numbers = list(_NUMBER.finditer(line))
        for number in {numbers[0], numbers[-1]} if numbers else ():
            words = line[: number.start()] + line[number.end() :]
            at_edge = number.start() == 0 or number.end() == len(line)
            if at_edge and any(map(str.isalpha, words)) and not _HEADING.search(words):
                alike[words, number.start() == 0].append((int(number.group()), index))
    found: set[int] = set()
    for pages in alike.values():
        if len(pages) >= _PAGES and all(
            0 < later[0] - page[0] <= 2 and later[1] - page[1] > 2 for page, later in pairwise(pages)
        ):
            found.update(index for _, index in pages)
    for index in sorted(found):
        yield Finding(*document.lines[index], edits=(Edit(*document.lines.with_break(index), ""),))
