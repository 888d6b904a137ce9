"""The name and slogan of a site, and other lines around a headline that appears twice."""

from __future__ import annotations

from collections.abc import Iterator

from textlint.document import Document
from textlint.edits.line_deletion import cut_line
from textlint.layers.page.headline import headline
from textlint.layers.shared.visible import visible_lines
from textlint.span import Finding, Span
from textlint.startup import patterns

_MOST_WORDS = 10  # words of a line above the headline; longer lines are text; chosen by reading, not measured
# Lines; a longer run above the headline is a menu, which has its own rule; chosen by reading, not measured.
_MOST_LINES = 12
_SENTENCE_END = patterns.expression(r"[.!?…][\"”’)\]]*\s*$")
_USER_NAME = patterns.expression(r"(?:posted by |by )?[^\W\d_A-Z][\w.-]{2,24}|[A-Za-z][A-Za-z._-]*[\d_][\w.-]*")


def check(document: Document, part: str) -> Iterator[Finding]:
    """Yield the short lines around a headline that appears twice: `part` is "above" or "between".

    "above" finds the lines before the first headline, which belong to the page and not the article. "between" finds a
    line between the two that looks like the poster's user name. A name of two words is a byline and is not reported.
    """
    found = document.layer(headline)
    if found is None:
        return
    lines = document.layer(visible_lines)
    number, _ = document.lines.position(found.again[-1].start)
    values = {"line": str(number)}
    note = (f"above a headline that is repeated on line {number}",)
    if part == "above":
        above = [line for line in lines if line.end <= found.first.start]
        if len(above) <= _MOST_LINES and all(_is_banner(document.text, line) for line in above):
            for start, end in above:
                yield Finding(start, end, values, (cut_line(document, start, end),), note)
        return
    for start, end in lines:
        between = found.first.end <= start and end <= found.again[-1].start
        if between and _USER_NAME.fullmatch(document.text[start:end].strip()):
            yield Finding(start, end, values, (cut_line(document, start, end),))


def _is_banner(text: str, line: Span) -> bool:
    words = text[line.start : line.end].strip()
    return words.count(" ") < _MOST_WORDS and not _SENTENCE_END.search(words)
